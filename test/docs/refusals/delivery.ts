import type { deliveryRefusals } from '#domain/refusals/delivery.js';
import { command, confirmed } from '#testing/decisions.js';
import { hart, idOf, patel, reed } from '#testing/fixture.js';
import { secondMigration } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const abandonment = { effectiveDate: '2009-03-10', cause: 'The supplier withdrew its offer' };
const rollback = { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' };
const rejection = { effectiveDate: '2009-03-10', extractId: idOf(24), grounds: ['Unreadable'] };
const raised = command('raise-data-access-problem', {
  effectiveDate: '2009-02-16',
  problem: 'No answer to the request for an extract',
});
/** The problem is raised by the command after the order of W, its 18th. */
const escalation = { effectiveDate: '2009-02-17', problemId: idOf(19) };
const resolution = { ...escalation, effectiveDate: '2009-02-18', resolution: 'The extract arrived' };
/** The date is proposed by the 36th, after a second migration's. */
const dateAgreed = { effectiveDate: '2009-05-02', proposalEventId: idOf(36) };
const reason = 'Vision 3 loses repeat prescriptions';

export const deliveryExamples: ExamplesOf<typeof deliveryRefusals> = {
  EXTRACT_UNKNOWN: {
    after: 'extracted',
    refused: command('abandon-migration', {
      ...abandonment,
      mediaDisposal: [{ extractId: idOf(1), disposal: 'Destroyed' }],
    }),
  },
  EXTRACT_ALREADY_REJECTED: {
    after: 'extracted',
    and: [command('reject-extract', rejection)],
    refused: command('reject-extract', { ...rejection, grounds: ['Incomplete'] }),
  },
  ORDER_UNKNOWN: {
    after: 'planned',
    refused: command('cancel-order', { effectiveDate: '2009-01-27', trackingRef: 'TRACK-0001' }),
  },
  TRACKING_REF_TAKEN: {
    after: 'live',
    and: [
      ...secondMigration('2009-05-01'),
      command('propose-date', { effectiveDate: '2009-05-01', date: '2009-06-15' }, patel),
      command('agree-date', dateAgreed, reed),
      command('agree-date', dateAgreed, hart),
    ],
    refused: command('place-order', {
      effectiveDate: '2009-05-02',
      trackingRef: 'TRACK-0001',
      services: [{ service: 'Deployment of EMIS PCS' }],
    }),
  },
  PROBLEM_UNKNOWN: {
    after: 'ordered',
    refused: command('escalate-data-access-problem', { effectiveDate: '2009-02-16', problemId: idOf(1) }),
  },
  PROBLEM_ALREADY_ESCALATED: {
    after: 'ordered',
    and: [raised, command('escalate-data-access-problem', escalation)],
    refused: command('escalate-data-access-problem', { ...escalation, effectiveDate: '2009-02-20' }),
  },
  PROBLEM_ALREADY_RESOLVED: {
    after: 'ordered',
    and: [raised, command('resolve-data-access-problem', resolution, reed)],
    refused: command('escalate-data-access-problem', { ...escalation, effectiveDate: '2009-02-20' }),
  },
  PROBLEM_NOT_YOURS: {
    after: 'ordered',
    and: [raised, command('escalate-data-access-problem', escalation)],
    refused: command('resolve-data-access-problem', resolution, reed),
  },
  OVERRIDE_NOT_ALLOWED: {
    after: 'live',
    and: secondMigration('2009-05-01'),
    refused: command(
      'declare-go-live',
      { effectiveDate: '2009-06-11', targetInstanceId: 'E2', override: 'BEDDING_IN_OPEN', reason },
      reed,
    ),
  },
  GO_LIVE_NOT_THE_LATEST: {
    after: 'live',
    refused: command(
      'retract-go-live',
      { effectiveDate: '2009-04-06', targetEventId: idOf(24), reason: 'Declared by mistake' },
      patel,
    ),
  },
  GO_LIVE_ROLLED_BACK: {
    after: 'live',
    and: [confirmed(command('roll-back', rollback, reed), patel)],
    refused: command('sign-off-migration', { effectiveDate: '2009-05-01', exceptions: [] }),
  },
};
