import type { Accepted } from '../report.js';
import { NEVER_SO, ONE_OF_ITS_KIND, SIGN_ALONE, inFile } from './in-file.js';

const borneOut = inFile('libs/domain/practice/borne-out.ts');
const corrected = inFile('libs/domain/practice/corrected.ts');
const correction = inFile('libs/domain/practice/correction.ts');
const imports = inFile('libs/domain/practice/imports.ts');
const invariants = inFile('libs/domain/practice/invariants.ts');
const organisation = inFile('libs/domain/practice/organisation.ts');
const standing = inFile('libs/domain/practice/standing.ts');
const systemHeld = inFile('libs/domain/practice/system-held.ts');

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
  invariants(
    'isFinalLate',
    "cutoverTime ?? '23:59'",
    'cutoverTime',
    'Without a time only the next day is later, as no digit goes after a letter.',
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
  systemHeld('observedSystems', '1', '2', SIGN_ALONE),
  systemHeld(
    'observedSystems',
    'key(one) < key(other)',
    'key(one) <= key(other)',
    'No two have the same first month of one product.',
  ),
];
