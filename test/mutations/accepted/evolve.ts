import type { Accepted } from '../report.js';
import { inFile } from './in-file.js';

const decision = inFile('libs/domain/practice/evolve/decision.ts');
const delivery = inFile('libs/domain/practice/evolve/delivery.ts');
const goLive = inFile('libs/domain/practice/evolve/go-live.ts');
const organisation = inFile('libs/domain/practice/evolve/organisation.ts');
const proposals = inFile('libs/domain/practice/evolve/proposals.ts');
const retention = inFile('libs/domain/practice/evolve/retention.ts');
const steps = inFile('libs/domain/practice/steps.ts');

const ASKED_ALONE = 'Decisions ask only whether it is UNDECIDED, WAIVED or SUBMITTED.';
const NULL_IS_NO_EARLIER = 'Null is not less than a date, so that the other is taken all the same.';

export const evolve: readonly Accepted[] = [
  decision('applyDecision', "'REQUIRED'", "''", ASKED_ALONE),
  decision('applyDecision', "'RETURNED'", "''", ASKED_ALONE),
  delivery(
    'applyDelivery',
    'entry.cause ?? null',
    'entry.cause',
    'A proposal without a cause is made only while no date stands, and then its cause is not looked at.',
  ),
  goLive('applyGoLive', 'goLive', 'true', 'Only a go-live that is on record is retracted.'),
  organisation('endedBefore', 'one.left ?? LATEST', 'one.left', NULL_IS_NO_EARLIER),
  proposals(
    'agreedSoFar',
    '!before || !confirmedBy',
    '!before && !confirmedBy',
    'A proposal comes of another’s confirmation or of none: both are there, or neither.',
  ),
  retention('applyRetention', 'retention.lastDay ?? LATEST', 'retention.lastDay', NULL_IS_NO_EARLIER),
  steps(
    'withStep',
    'migrationId === undefined',
    'false',
    'It only saves time: no migration is without an id.',
  ),
  steps(
    'withStep',
    "event.type === 'MigrationDateReplanned'",
    'true',
    'The cause is told only of a date that was replanned.',
  ),
];
