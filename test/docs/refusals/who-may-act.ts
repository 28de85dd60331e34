import type { whoMayActRefusals } from '#domain/refusals/who-may-act.js';
import { command } from '#testing/decisions.js';
import { cole, hart, idOf, otherPractice, patel, reed } from '#testing/fixture.js';
import { secondMigration } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const request = { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Slow'] };
const at = '2009-04-02T09:50:00.000Z';
/** The 26th command after W's go-live: a proposal known by the id of its event. */
const proposed = command(
  'correct-go-live',
  { effectiveDate: '2009-03-12', reason: 'First entries of 12 March' },
  patel,
  at,
);
const confirms = idOf(26);

export const whoMayActExamples: ExamplesOf<typeof whoMayActRefusals> = {
  ROLE_NOT_ALLOWED: { after: 'contacted', refused: command('request-migration', request, patel) },
  NOT_YOUR_PRACTICE: { after: 'contacted', refused: command('request-migration', request, otherPractice) },
  NOT_YOUR_SYSTEM: {
    after: 'selected',
    refused: command('propose-date', { effectiveDate: '2009-01-20', date: '2009-03-05' }, hart),
  },
  SECOND_PERSON_REQUIRED: { after: 'live', and: [proposed], refused: { confirms, by: patel, at } },
  PROPOSAL_NOT_YOURS: { after: 'live', and: [proposed], refused: { confirms, by: reed, at } },
  PROPOSAL_UNKNOWN: { after: 'live', refused: { confirms, by: cole, at } },
  PROPOSAL_CLOSED: {
    after: 'live',
    and: [
      proposed,
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-12', targetInstanceId: 'E2' }),
    ],
    refused: { confirms, by: cole, at: '2009-06-15T09:00:00.000Z' },
  },
};
