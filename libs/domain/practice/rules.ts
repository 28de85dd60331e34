import type { PracticeCommandName } from './commands.js';
import type { CommandRules } from './decider.js';
import { grantFundingException, joinCallOff, leaveCallOff, optOut } from './call-off.js';
import { confirmInstalled, registerInstance, upgradeSystem } from './installation.js';
import { closePractice, mergePractice, splitPractice, takeOverPractice } from './organisation.js';
import {
  endPctPracticeAgreement,
  recordContractorType,
  recordPctPracticeAgreement,
} from './pct-practice-agreement.js';
import { correctRecord } from './correction.js';
import { decideBusinessCaseNeed, returnBusinessCase, submitBusinessCase } from './business-case.js';
import { agreeChange, recordContact, refuseChange, requestMigration } from './migration.js';
import { abandonMigration } from './abandonment.js';
import { agreeDate, proposeDate, replan } from './date.js';
import { escalateDispute, raiseDispute, recordDetermination } from './dispute.js';
import { recordBackload } from './cutover-gap.js';
import {
  escalateDataAccessProblem,
  raiseDataAccessProblem,
  resolveDataAccessProblem,
} from './data-access.js';
import { recordExtract, rejectExtract } from './extract.js';
import { declareGoLive } from './go-live.js';
import { correctGoLive } from './go-live-correction.js';
import { signOffMigration } from './sign-off.js';
import { giveNotice } from './notice.js';
import { acknowledgeNotice, disputeNotice, extendNotice, withdrawNotice } from './running-notice.js';
import { endSourceService } from './service-end.js';
import { reportGoLive } from './go-live-report.js';
import { amendOrder, cancelOrder, placeOrder } from './order.js';
import { changeCommissioner, registerPractice } from './registration.js';
import { changeRetention, endRetention, orderRetention } from './retention.js';
import { failAuditAccess, fulfilAuditAccess, requestAuditAccess } from './access-request.js';
import { recordDataDestroyed, recordDataHolder } from './data-holder.js';
import { retainSystem } from './retain.js';
import { retractGoLive } from './retraction.js';
import { rollBack } from './rollback.js';
import { selectSystem } from './selection.js';
import { completeSelection, failSelection, scoreCandidate, startSelection } from './selection-process.js';

const LATE_ENTRY = { lateness: 'LATE_ENTRY' } as const;
const NONE = { lateness: 'NONE' } as const;

/** Every command of a practice's stream: its roles (C3), its lateness (R10), its other party (R2), its decision. */
export const commandRules: { readonly [Name in PracticeCommandName]: CommandRules<Name> } = {
  'register-practice': { roles: ['NAT', 'PM'], ...NONE, decide: registerPractice },
  'change-commissioner': { roles: ['NAT', 'PM'], ...NONE, decide: changeCommissioner },
  'close-practice': { roles: ['NAT', 'PM'], ...NONE, decide: closePractice },
  'merge-practice': { roles: ['NAT', 'PM'], ...NONE, decide: mergePractice },
  'split-practice': { roles: ['NAT', 'PM'], ...NONE, decide: splitPractice },
  'take-over-practice': { roles: ['NAT', 'PM'], ...NONE, decide: takeOverPractice },
  'register-instance': { roles: ['PCT'], ...NONE, decide: registerInstance },
  'confirm-installed': { roles: ['PCT'], ...LATE_ENTRY, decide: confirmInstalled },
  'upgrade-system': { roles: ['PCT', 'PR'], ...LATE_ENTRY, decide: upgradeSystem },
  'join-call-off': { roles: ['PCT'], ...NONE, decide: joinCallOff },
  'opt-out': { roles: ['PCT'], ...LATE_ENTRY, decide: optOut },
  'leave-call-off': { roles: ['PCT'], ...LATE_ENTRY, decide: leaveCallOff },
  'record-pct-practice-agreement': { roles: ['PCT'], ...LATE_ENTRY, decide: recordPctPracticeAgreement },
  'end-pct-practice-agreement': { roles: ['PCT'], ...LATE_ENTRY, decide: endPctPracticeAgreement },
  'record-contractor-type': { roles: ['PCT', 'NAT'], ...LATE_ENTRY, decide: recordContractorType },
  'grant-funding-exception': { roles: ['NAT'], ...NONE, decide: grantFundingException },
  'retain-system': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: retainSystem },
  'record-contact': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: recordContact },
  'request-migration': { roles: ['PR'], ...LATE_ENTRY, decide: requestMigration },
  'decide-business-case-need': { roles: ['PCT'], ...LATE_ENTRY, decide: decideBusinessCaseNeed },
  'submit-business-case': { roles: ['PR'], ...LATE_ENTRY, decide: submitBusinessCase },
  'return-business-case': { roles: ['PCT'], ...LATE_ENTRY, decide: returnBusinessCase },
  'agree-change': { roles: ['PCT'], ...LATE_ENTRY, decide: agreeChange },
  'refuse-change': { roles: ['PCT'], ...LATE_ENTRY, decide: refuseChange },
  'raise-dispute': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: raiseDispute },
  'escalate-dispute': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: escalateDispute },
  'record-determination': { roles: ['NAT'], ...LATE_ENTRY, decide: recordDetermination },
  'start-selection': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: startSelection },
  'score-candidate': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: scoreCandidate },
  'complete-selection': {
    roles: ['PR', 'PCT'],
    ...LATE_ENTRY,
    confirmer: 'OTHER_PARTY',
    decide: completeSelection,
  },
  'fail-selection': { roles: ['PR', 'PCT'], ...LATE_ENTRY, confirmer: 'OTHER_PARTY', decide: failSelection },
  'select-system': { roles: ['PR', 'PCT'], ...LATE_ENTRY, confirmer: 'OTHER_PARTY', decide: selectSystem },
  'propose-date': { roles: ['PR', 'PCT', 'SUP'], ...LATE_ENTRY, decide: proposeDate },
  replan: { roles: ['PR', 'PCT', 'SUP'], ...LATE_ENTRY, decide: replan },
  'agree-date': { roles: ['PR', 'PCT', 'SUP'], ...LATE_ENTRY, decide: agreeDate },
  'place-order': { roles: ['PCT'], ...LATE_ENTRY, decide: placeOrder },
  'amend-order': { roles: ['PCT'], ...LATE_ENTRY, decide: amendOrder },
  'cancel-order': { roles: ['PCT'], ...LATE_ENTRY, decide: cancelOrder },
  'record-extract': { roles: ['PR', 'SUP'], ...LATE_ENTRY, decide: recordExtract },
  'reject-extract': { roles: ['PR', 'SUP'], ...LATE_ENTRY, decide: rejectExtract },
  'raise-data-access-problem': {
    roles: ['PR', 'PCT', 'SUP'],
    ...LATE_ENTRY,
    decide: raiseDataAccessProblem,
  },
  'escalate-data-access-problem': {
    roles: ['PR', 'PCT', 'SUP'],
    ...LATE_ENTRY,
    decide: escalateDataAccessProblem,
  },
  'resolve-data-access-problem': {
    roles: ['NAT', 'PR', 'PCT', 'SUP'],
    ...LATE_ENTRY,
    decide: resolveDataAccessProblem,
  },
  'report-go-live': { roles: ['SUP'], ...LATE_ENTRY, decide: reportGoLive },
  'record-backload': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: recordBackload },
  'declare-go-live': { roles: ['PR', 'PCT'], lateness: 'DECLARE', decide: declareGoLive },
  'correct-go-live': {
    roles: ['PCT'],
    lateness: 'ALWAYS_REASON',
    confirmer: 'OTHER_PERSON',
    decide: correctGoLive,
  },
  'retract-go-live': {
    roles: ['PCT'],
    lateness: 'ALWAYS_REASON',
    confirmer: 'OTHER_PERSON',
    decide: retractGoLive,
  },
  'roll-back': { roles: ['PR', 'PCT'], ...LATE_ENTRY, confirmer: 'OTHER_PARTY', decide: rollBack },
  'abandon-migration': {
    roles: ['PR', 'PCT'],
    ...LATE_ENTRY,
    confirmer: 'OTHER_PARTY',
    decide: abandonMigration,
  },
  'sign-off-migration': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: signOffMigration },
  'give-notice': { roles: ['PCT'], ...LATE_ENTRY, decide: giveNotice },
  'extend-notice': { roles: ['PCT'], ...LATE_ENTRY, decide: extendNotice },
  'withdraw-notice': { roles: ['PCT'], ...LATE_ENTRY, confirmer: 'SUPPLIER', decide: withdrawNotice },
  'acknowledge-notice': { roles: ['SUP'], ...LATE_ENTRY, decide: acknowledgeNotice },
  'dispute-notice': { roles: ['SUP'], ...LATE_ENTRY, decide: disputeNotice },
  'order-retention': {
    roles: ['PCT', 'PR'],
    ...LATE_ENTRY,
    confirmer: 'COMMISSIONER',
    decide: orderRetention,
  },
  'change-retention': {
    roles: ['PCT', 'PR'],
    ...LATE_ENTRY,
    confirmer: 'COMMISSIONER',
    decide: changeRetention,
  },
  'end-retention': {
    roles: ['PCT', 'PR'],
    ...LATE_ENTRY,
    confirmer: 'COMMISSIONER',
    decide: endRetention,
  },
  'record-data-holder': { roles: ['SUP', 'PCT'], ...LATE_ENTRY, decide: recordDataHolder },
  'record-data-destroyed': {
    roles: ['PCT'],
    ...LATE_ENTRY,
    confirmer: 'OTHER_PERSON_AND_NATIONAL',
    decide: recordDataDestroyed,
  },
  'request-audit-access': { roles: ['PR', 'PCT'], ...LATE_ENTRY, decide: requestAuditAccess },
  'fulfil-audit-access': { roles: ['SUP', 'PR', 'PCT'], ...LATE_ENTRY, decide: fulfilAuditAccess },
  'fail-audit-access': { roles: ['SUP', 'PR', 'PCT'], ...LATE_ENTRY, decide: failAuditAccess },
  'correct-record': {
    roles: ['PR', 'PCT', 'SUP', 'NAT'],
    ...LATE_ENTRY,
    confirmer: 'OTHER_PERSON',
    decide: correctRecord,
  },
  'end-source-service': { roles: ['SUP', 'PCT'], ...LATE_ENTRY, decide: endSourceService },
};
