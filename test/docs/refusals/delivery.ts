import type { deliveryRefusals } from '#domain/refusals/delivery.js';
import { command, confirmed } from '#testing/decisions.js';
import { idOf, patel, reed } from '#testing/fixture.js';
import { secondMigration } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const abandonment = { effectiveDate: '2009-03-10', cause: 'The supplier withdrew its offer' };
const rollback = { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' };
const reason = 'Vision 3 loses repeat prescriptions';

export const deliveryExamples: ExamplesOf<typeof deliveryRefusals> = {
  EXTRACT_UNKNOWN: {
    after: 'extracted',
    refused: command('abandon-migration', {
      ...abandonment,
      mediaDisposal: [{ extractId: idOf(1), disposal: 'Destroyed' }],
    }),
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
