import { businessCaseExamples } from './business-case.js';
import { callOffExamples } from './call-off.js';
import { correctionExamples } from './correction.js';
import { datesExamples } from './dates.js';
import { disputeExamples } from './dispute.js';
import { deliveryExamples } from './delivery.js';
import type { RefusalExample } from './example.js';
import { migrationExamples } from './migration.js';
import { referenceFactsExamples } from './reference-facts.js';
import { whatIsKnownExamples } from './what-is-known.js';
import { whoMayActExamples } from './who-may-act.js';
import { windDownExamples } from './wind-down.js';

/** The topics of the catalogue in the order of the page. */
export const topics: Readonly<Record<string, Readonly<Record<string, RefusalExample>>>> = {
  'Who may act': whoMayActExamples,
  'What is on record': whatIsKnownExamples,
  Dates: datesExamples,
  'Call-Off and sign-up': callOffExamples,
  'The migration': migrationExamples,
  'The business case': businessCaseExamples,
  'A dispute': disputeExamples,
  'Go-live and the ways out of it': deliveryExamples,
  'Notice, retention and the end of a service': windDownExamples,
  'The correction of a recorded fact': correctionExamples,
  'Reference facts': referenceFactsExamples,
};
