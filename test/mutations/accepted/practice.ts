import type { Accepted } from '../report.js';
import { SIGN_ALONE, inFile } from './in-file.js';

const invariants = inFile('libs/domain/practice/invariants.ts');
const standing = inFile('libs/domain/practice/standing.ts');
const systemHeld = inFile('libs/domain/practice/system-held.ts');

export const practice: readonly Accepted[] = [
  invariants(
    'isFinalLate',
    "cutoverTime ?? '23:59'",
    'cutoverTime',
    'Without a time only the next day is later, as no digit goes after a letter.',
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
  systemHeld('movesOf', '1', '2', SIGN_ALONE),
  systemHeld('holderOn', '1', '2', SIGN_ALONE),
];
