import type { Accepted } from '../report.js';
import { NEVER_SO, ONE_OF_ITS_KIND, inFile } from './in-file.js';

const borneOut = inFile('libs/domain/practice/borne-out.ts');
const corrected = inFile('libs/domain/practice/corrected.ts');
const correction = inFile('libs/domain/practice/correction.ts');
const imports = inFile('libs/domain/practice/imports.ts');
const organisation = inFile('libs/domain/practice/organisation.ts');
const answer = inFile('libs/domain/practice/answer.ts');
const custodyView = inFile('libs/domain/practice/custody-view.ts');
const deliveryView = inFile('libs/domain/practice/delivery-view.ts');
const instanceView = inFile('libs/domain/practice/instance-view.ts');
const migrationView = inFile('libs/domain/practice/migration-view.ts');
const practiceStates = inFile('libs/domain/practice/practice-states.ts');
const retentionView = inFile('libs/domain/practice/retention-view.ts');
const standing = inFile('libs/domain/practice/standing.ts');
const state = inFile('libs/domain/practice/state.ts');

const NO_SUCH_DAY = 'What has no day is before none, with the fallback or without.';

export const practice: readonly Accepted[] = [
  borneOut(
    'referenceRefusal',
    "state.instances[payload.instanceId]?.productId ?? ''",
    'state.instances[payload.instanceId]?.productId',
    NEVER_SO,
  ),
  borneOut(
    'referenceRefusal',
    'payload.level === undefined',
    'false',
    'A level that is not given is above none: the condition is for the type alone.',
  ),
  borneOut(
    'endRefusal',
    'state.notices.find((one) => one.noticeId === noticeId)',
    'state.notices.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  corrected(
    'correctedIn',
    'events.find(({ id }) => id === correction.targetEventId)',
    'events.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  corrected('leaderOf', 'events.find((one) => isLedBy(one, event))', 'events.findLast(…)', ONE_OF_ITS_KIND),
  correction(
    'correctRecord',
    'itemsOf(state.events).find(({ id }) => id === targetEventId)',
    'itemsOf(state.events).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  correction('fitting', "RULES_IN_WORDS[rule] ?? ''", 'RULES_IN_WORDS[rule]', NEVER_SO),
  imports(
    'membership',
    'commissioners.find(({ code, from }) => code === commissioner && from === joined)',
    'commissioners.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  imports(
    'systemUse',
    'observations.find( ({ product, firstMonth }) => product === use.product && firstMonth === use.firstMonth, )',
    'observations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  answer('closedBy', 'event === null', 'false', 'What has a last day has the event that set it.'),
  custodyView('auditTrailViews', "held?.basis ?? 'GAP'", 'held?.basis', NEVER_SO),
  custodyView('auditTrailViews', 'held?.holder ?? null', 'held?.holder', NEVER_SO),
  custodyView('auditTrailViews', 'held?.events ?? []', 'held?.events', NEVER_SO),
  custodyView('goLiveAfter', 'state.instances[instanceId] ?? {}', 'state.instances[instanceId]', NEVER_SO),
  custodyView(
    'goLiveAfter',
    'state.migrations.find( ({ goLive }) => goLive?.sourceInstanceId === instanceId && goLive.on === addDays(lastDay, 1), )',
    'state.migrations.findLast(…)',
    'Only its day is told, which is the same of any that fits.',
  ),
  deliveryView('deliveryBy', '0', '1', 'The first step is the request, which is towards no system.'),
  deliveryView(
    'deliveryBy',
    'since <= index',
    'since < index',
    'The step at that index is the selection itself, which is none of those towards a system.',
  ),
  deliveryView('plannedOn', 'plans[index]?.date ?? date', 'plans[index]?.date', NEVER_SO),
  instanceView('instanceFlags', "supplier.ceased?.from ?? '9999'", 'supplier.ceased?.from', NO_SUCH_DAY),
  migrationView('standingFlags', "state.closedOn ?? '9999'", 'state.closedOn', NO_SUCH_DAY),
  practiceStates(
    'stateOfMigration',
    "'IN_SERVICE'",
    "''",
    'A practice is IN_SERVICE where no other state holds, whether a migration says so or nothing.',
  ),
  practiceStates(
    'cutsOf',
    'migration.closedOn === null',
    'false',
    'Null is later than no day, and only days after the first cut the runs.',
  ),
  retentionView(
    'retentionViews',
    'retentionSpans(state, instanceId).find((one) => one.retention === retention)',
    'retentionSpans(state, instanceId).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  state(
    'commissionerOn',
    'state.commissioners.findLast((membership) => hasDay(membership, on))',
    'state.commissioners.find(…)',
    ONE_OF_ITS_KIND,
  ),
  state(
    'openMigration',
    "state.migrations.find(({ status }) => status === 'OPEN')",
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  organisation(
    'takeOverPractice',
    'takenOver.find((one) => one.predecessor === predecessor)',
    'takenOver.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  standing('contingentOn', "type === 'NoticeGiven'", 'true', 'No other event says on what it is contingent.'),
  standing('stillStanding', "event.type === 'ProposalDeclined'", 'true', 'No other event names a proposal.'),
  standing(
    'stillStanding',
    'replaced.length === 0 && declined === undefined && closed.length === 0',
    'false',
    'It only saves time.',
  ),
  standing('closedBetween', 'migrations === state.migrations', 'false', 'It only saves time.'),
];
