import type { PracticeEventType } from './events.js';
import { isOpenOn } from './open-spans.js';
import type { Migration, PracticeState } from './state.js';

/** What a step needs before it: the last of these that was recorded before it, and the rule that asks for it. */
interface Need {
  readonly rule: string;
  readonly oneOf: readonly PracticeEventType[];
}

const ORDER: Need = { rule: 'S18', oneOf: ['MigrationOrderPlaced'] };
const AGREED_CHANGE: Need = { rule: 'S15', oneOf: ['ChangeAgreed'] };
const PROBLEM: Need = { rule: 'F4', oneOf: ['DataAccessProblemRaised'] };
const DISPUTE: Need = { rule: 'X7', oneOf: ['DisputeRaised'] };

const NEEDS: Partial<Record<PracticeEventType, Need>> = {
  BusinessCaseSubmitted: { rule: 'S11', oneOf: ['BusinessCaseRequired'] },
  BusinessCaseReturned: { rule: 'S11', oneOf: ['BusinessCaseSubmitted'] },
  ChangeAgreed: { rule: 'S11', oneOf: ['BusinessCaseSubmitted', 'BusinessCaseWaived'] },
  DisputeEscalated: DISPUTE,
  DisputeDetermined: DISPUTE,
  SelectionStarted: AGREED_CHANGE,
  SelectionCompleted: AGREED_CHANGE,
  SelectionFailed: AGREED_CHANGE,
  SystemSelected: { rule: 'S16', oneOf: ['SelectionCompleted'] },
  MigrationDateProposed: { rule: 'S17', oneOf: ['SystemSelected'] },
  MigrationDateAgreed: { rule: 'R3', oneOf: ['MigrationDateProposed'] },
  MigrationOrderPlaced: { rule: 'S18', oneOf: ['MigrationDatePlanned', 'MigrationDateReplanned'] },
  MigrationOrderAmended: ORDER,
  MigrationOrderCancelled: ORDER,
  DataExtractRejected: { rule: 'S19', oneOf: ['DataExtractTaken'] },
  DataAccessProblemEscalated: PROBLEM,
  DataAccessProblemResolved: PROBLEM,
};

/**
 * The rules by which a decision would have been refused for the order of its days: each step of a migration needs
 * others by its day (S37), the request before all (a dispute's steps and problems too), sign-off and retraction the
 * go-live, and a decision to retain no open migration (I1). Only a correction is judged by this, and only by what it
 * adds: a go-live is a fact, and its own correction may leave a step behind it (A19).
 */
export const outOfOrder = (state: PracticeState): readonly string[] => [
  ...state.migrations.flatMap((migration) => [
    ...brokenNeeds(migration),
    ...(isSignedOffEarly(migration) ? ['S37'] : []),
    ...(migration.retracted.some(({ goLive, by }) => by.effectiveDate < goLive.on) ? ['F7'] : []),
    ...(state.retained.some(({ effectiveDate }) => isOpenOn(migration, effectiveDate)) ? ['I1'] : []),
  ]),
];

const brokenNeeds = ({ request, steps }: Migration): readonly string[] =>
  steps.flatMap(({ type, effectiveDate: on }, index) => {
    const { rule, oneOf } = NEEDS[type] ?? { rule: '', oneOf: [] };
    const needed = steps.slice(0, index).findLast((step) => oneOf.includes(step.type));
    const isLacking = needed !== undefined && on < needed.effectiveDate;
    return [...(on < request.effectiveDate ? ['S37'] : []), ...(isLacking ? [rule] : [])];
  });

const isSignedOffEarly = ({ goLive, signedOff }: Migration): boolean =>
  goLive !== null && Object.values(signedOff).some(({ effectiveDate }) => effectiveDate < goLive.on);
