import { pounds } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

/** A state of code in plain letters: `BC_SUBMITTED` is `business case submitted`. */
const stageWords = (stage: string): string =>
  stage.replace(/^BC_/, 'BUSINESS_CASE_').toLowerCase().replaceAll('_', ' ');

/** The events of a migration that did not stay live. */
export const describeExits = {
  GoLiveRetracted: (payload) =>
    dated('Go-live retracted: it was declared by mistake and never happened', payload),
  MigrationRolledBack: (payload, names) =>
    dated(
      `Rolled back from ${names.instance(payload.targetInstanceId)} to ${names.instance(payload.sourceInstanceId)}: ${payload.cause}`,
      payload,
    ),
  MigrationAbandoned: (payload) => {
    const { stage, cause, chargesIncurredPence: pence, mediaDisposal = [] } = payload;
    const charges = pence === undefined ? '' : `, with charges of ${pounds(pence)}`;
    const media = mediaDisposal.map(({ disposal }) => disposal).join('; ');
    const told = dated(`Migration abandoned when ${stageWords(stage)}${charges}: ${cause}`, payload);
    return media === '' ? told : `${told}; media of extracts: ${media}`;
  },
} satisfies Partial<Tellers>;
