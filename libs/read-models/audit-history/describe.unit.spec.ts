import type { PracticeEvent } from '#domain/practice/events.js';
import { given } from '#testing/decisions.js';
import { idOf } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { describeEvent } from './describe.js';
import { namesIn } from './names.js';

const products = new Map([
  ['EMIS.EMIS-LV', 'EMIS LV'],
  ['INPS.VISION-3', 'Vision 3'],
]);
const file = given(...workedUntil('rehomed')).history.events;
const names = namesIn(file, products);
const told = (type: string, payload: object) =>
  describeEvent({ type, payload } as unknown as PracticeEvent, names);

describe('the plain English of a file', () => {
  it('tells the whole of W, line by line; S26: never that an audit trail moved', () => {
    expect(file.map((event) => describeEvent(event, names))).toEqual([
      'Registered as Fictional Surgery (A00001), commissioned by 5ZZ, from 1 October 2006',
      'PCT-Practice Agreement with 5ZZ signed, 1 April 2008',
      'EMIS LV (E1) installed at Level 3, with Choose and Book and ETP, 1 April 2008',
      'EMIS LV (E1) joined to the Call-Off of 5ZZ with EMIS, 1 April 2008',
      'EMIS LV (E1) retained, centrally funded, 1 April 2008',
      'Options discussed with J Patel (5ZZ), 3 November 2008',
      'Change from EMIS LV (E1) requested, 10 November 2008',
      'Business case required, 14 November 2008',
      'Business case 1.0 submitted, estimated at £1,500.00, 5 December 2008',
      'Change of system agreed by J Patel, 19 December 2008',
      'Proposed: complete selection, 9 January 2009; waits for the practice to confirm it',
      'Selection completed: Vision 3, chosen over Microtest.EVOLUTION, 9 January 2009',
      'Proposed: select system, 16 January 2009; waits for the PCT to confirm it',
      'Vision 3 selected, 16 January 2009',
      '5 March 2009 proposed for the migration by the PCT, 20 January 2009',
      'Proposed date agreed by the practice, 22 January 2009',
      'Proposed date agreed by the supplier, 22 January 2009',
      'Migration planned for 5 March 2009, 22 January 2009',
      'Order TRACK-0001 placed on the Tracking Database, 26 January 2009',
      '12 March 2009 proposed for the migration by the supplier, 23 February 2009',
      'Proposed date agreed by the practice, 25 February 2009',
      'Proposed date agreed by the PCT, 25 February 2009',
      'Migration replanned from 5 March 2009 to 12 March 2009, cause: supplier, 25 February 2009',
      'Vision 3 (V1) installed at Level 3, with Choose and Book and ETP, 9 March 2009',
      'Vision 3 (V1) joined to the Call-Off of 5ZZ with INPS, 9 March 2009',
      'Data extract taken (final documented data extract, without audit trail) at 6.30pm, 9 March 2009',
      'Gone live with Vision 3 (V1), 11 March 2009',
      'Notice given to EMIS for EMIS LV (E1), 20 March 2009; ends 20 June 2009',
      'Single-user retention of EMIS LV (E1) ordered, 20 March 2009; from the day after the service ends, paid by the commissioner',
      'Migration signed off by the practice, 27 March 2009',
      'Migration signed off by the PCT, 30 March 2009',
      'Proposed: correct go-live, 12 March 2009; waits for the PCT to confirm it',
      'Go-live corrected: was 11 March 2009, now 12 March 2009 at 8am',
      'Notice for EMIS LV (E1) extended to 31 July 2009: Repeat prescribing, 29 May 2009',
      'Service of EMIS LV (E1) ended; 31 July 2009 was its last day',
      'Access to EMIS LV (E1) changed from Single-user retention to Data and Audit Trail Retrieval Service, 30 September 2011; from 1 October 2011, paid by the commissioner',
      'Commissioned by 99Z from 1 April 2013, before it 5ZZ',
    ]);
  });

  it.each([
    ['PracticeClosed', { effectiveDate: '2013-03-31' }, 'Closed; 31 March 2013 was the last day open'],
    [
      'NationalFunctionInstalled',
      { effectiveDate: '2009-05-01', instanceId: 'V1', function: 'SUMMARY_CARE_RECORD' },
      'Summary Care Record installed with Vision 3 (V1), 1 May 2009',
    ],
    [
      'SystemUpgraded',
      { effectiveDate: '2008-09-01', instanceId: 'E1', version: '5.2', level: 3 },
      'EMIS LV (E1) upgraded to 5.2 at Level 3, 1 September 2008',
    ],
    [
      'PracticeOptedOut',
      { effectiveDate: '2008-04-01', pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' },
      'Opted out of the Call-Off of 5ZZ with EMIS for EMIS LV (E1), 1 April 2008',
    ],
    [
      'PracticeLeftCallOff',
      { effectiveDate: '2010-03-31', pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' },
      'EMIS LV (E1) left the Call-Off of 5ZZ with EMIS; 31 March 2010 was its last day on it',
    ],
    [
      'PctPracticeAgreementEnded',
      { effectiveDate: '2010-03-31', pct: '5ZZ' },
      'PCT-Practice Agreement with 5ZZ ended; 31 March 2010 was its last day',
    ],
    [
      'ContractorTypeRecorded',
      { effectiveDate: '2008-04-01', contractorType: 'PCTMS' },
      'Works under PCTMS, 1 April 2008',
    ],
    [
      'CentralFundingExceptionGranted',
      { effectiveDate: '2009-06-01', instanceId: 'E1', from: '2009-06-13', until: '2009-07-31' },
      'Central funding of EMIS LV (E1) granted from 13 June 2009 to 31 July 2009, 1 June 2009',
    ],
    [
      'PracticesMerged',
      { effectiveDate: '2011-06-30', into: 'A00002' },
      'Merged into A00002; 30 June 2011 was the last day before it',
    ],
    [
      'PracticeSplit',
      { effectiveDate: '2011-06-30', into: ['A00002', 'A00003'] },
      'Split into A00002 and A00003; 30 June 2011 was the last day before it',
    ],
    [
      'PracticeTakenOver',
      {
        effectiveDate: '2011-07-01',
        predecessor: 'A00002',
        kind: 'MERGER',
        instances: [{ instanceId: 'V1', predecessorInstanceId: 'X1' }],
      },
      'A00002 taken over by merger, 1 July 2011; Vision 3 (V1) is its X1',
    ],
    [
      'SystemUseObserved',
      {
        product: 'EMIS Web',
        supplier: 'EMIS',
        firstMonth: '2012-03',
        lastMonth: '2014-06',
        monthsListed: 9,
        monthsMissing: 0,
      },
      'On a published list as using EMIS Web (EMIS), March 2012 to June 2014',
    ],
    [
      'PracticeCommissionerChanged',
      { effectiveDate: '2001-04-01', legalDate: '2001-04-01', to: '5YY', left: '2006-09-30' },
      'Commissioned by 5YY 1 April 2001 to 30 September 2006',
    ],
    [
      'BusinessCaseWaived',
      { effectiveDate: '2008-11-14', migrationId: idOf(1) },
      'Business case not required, 14 November 2008',
    ],
    [
      'BusinessCaseReturned',
      { effectiveDate: '2008-12-08', migrationId: idOf(1), points: ['No costs of training', 'No risks'] },
      'Business case returned: No costs of training; No risks, 8 December 2008',
    ],
    [
      'ChangeRefused',
      { effectiveDate: '2008-12-19', migrationId: idOf(1), grounds: ['Not affordable this year'] },
      'Change of system refused: Not affordable this year, 19 December 2008',
    ],
    [
      'BusinessCaseRequired',
      { effectiveDate: '2008-11-14', migrationId: idOf(1), templateVersion: '1.1' },
      'Business case required on template 1.1, 14 November 2008',
    ],
    [
      'BusinessCaseSubmitted',
      {
        effectiveDate: '2008-12-05',
        migrationId: idOf(1),
        version: '2.0',
        templateVersion: '1.1',
        estimate: { lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF' }] },
      },
      'Business case 2.0 submitted on template 1.1, estimated at £500.00, 5 December 2008',
    ],
    [
      'ChangeAgreed',
      {
        effectiveDate: '2008-12-19',
        migrationId: idOf(1),
        conditions: ['Training first'],
        decidedBy: 'J Patel',
        localPayerSplit: { practicePercent: 40 },
      },
      'Change of system agreed by J Patel on condition: Training first, 19 December 2008; the practice pays 40% of the local cost',
    ],
    [
      'SelectionStarted',
      {
        effectiveDate: '2009-01-05',
        migrationId: idOf(1),
        candidates: ['INPS.VISION-3', 'Microtest.EVOLUTION'],
      },
      'Selection started among Vision 3 and Microtest.EVOLUTION, 5 January 2009',
    ],
    [
      'CandidateScored',
      {
        effectiveDate: '2009-01-07',
        migrationId: idOf(1),
        candidate: 'INPS.VISION-3',
        by: 'PR',
        org: 'A00001',
        scores: [{ criterion: 'Prescribing', weight: 60, score: 80 }],
        weightedScore: 80,
      },
      'Vision 3 scored 80 by the practice, 7 January 2009',
    ],
    [
      'SelectionCompleted',
      {
        effectiveDate: '2009-01-09',
        migrationId: idOf(1),
        winner: 'INPS.VISION-3',
        candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
        scores: [
          { candidate: 'INPS.VISION-3', by: 'PR', org: 'A00001', scores: [], weightedScore: 76 },
          { candidate: 'INPS.VISION-3', by: 'PCT', org: '5ZZ', scores: [], weightedScore: 61.25 },
          { candidate: 'EMIS.EMIS-PCS', by: 'PCT', org: '5ZZ', scores: [], weightedScore: 50 },
        ],
      },
      'Selection completed: Vision 3, chosen over EMIS.EMIS-PCS, 9 January 2009; scored 76 by the practice and 61.25 by the PCT',
    ],
    [
      'SelectionFailed',
      {
        effectiveDate: '2009-01-09',
        migrationId: idOf(1),
        reasons: ['No link to the dispensary', 'Too slow'],
      },
      'No suitable system found: No link to the dispensary; Too slow, 9 January 2009',
    ],
    [
      'DisputeRaised',
      {
        effectiveDate: '2009-01-05',
        migrationId: idOf(1),
        disputeId: idOf(2),
        subject: 'REFUSAL',
        grounds: ['It is within the budget', 'The system is unsafe'],
      },
      'Dispute raised over the refusal: It is within the budget; The system is unsafe, 5 January 2009',
    ],
    [
      'DisputeEscalated',
      { effectiveDate: '2009-01-19', migrationId: idOf(1), disputeId: idOf(2), level: 'SHA' },
      'Dispute taken to the Strategic Health Authority, 19 January 2009',
    ],
    [
      'DisputeReferredToNhsla',
      {
        effectiveDate: '2009-02-02',
        migrationId: idOf(1),
        disputeId: idOf(2),
        requestBy: '2009-02-09',
        representations: { from: '2009-02-23', by: '2009-03-09' },
        observations: { from: '2009-03-09', by: '2009-04-06' },
      },
      'Dispute referred to the NHS Litigation Authority, 2 February 2009; request to the parties by 9 February 2009, representations by 9 March 2009, observations by 6 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'CHANGE_TO_BE_AGREED',
        level: 'NHSLA',
      },
      'Dispute determined at the NHS Litigation Authority: change to be agreed, 20 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'OTHER_TERMS',
        level: null,
      },
      'Dispute determined between practice and PCT: other terms, 20 April 2009',
    ],
    [
      'DisputeDetermined',
      {
        effectiveDate: '2009-04-20',
        migrationId: idOf(1),
        disputeId: idOf(2),
        outcome: 'WITHDRAWN',
        level: 'SHA',
      },
      'Dispute withdrawn, 20 April 2009',
    ],
    [
      'GoLiveDeclared',
      {
        effectiveDate: '2009-05-20',
        migrationId: idOf(31),
        sourceInstanceId: 'E1',
        targetInstanceId: 'V1',
        plannedDate: null,
        override: 'BEDDING_IN_OPEN',
      },
      'Gone live with Vision 3 (V1), 20 May 2009, while a bedding-in was open',
    ],
    [
      'GoLiveRetracted',
      {
        effectiveDate: '2009-04-02',
        migrationId: idOf(7),
        targetEventId: idOf(25),
        reason: 'Wrong practice',
      },
      'Go-live retracted: it was declared by mistake and never happened, 2 April 2009',
    ],
    [
      'MigrationRolledBack',
      {
        effectiveDate: '2009-04-30',
        migrationId: idOf(7),
        sourceInstanceId: 'E1',
        targetInstanceId: 'V1',
        cause: 'Repeat prescriptions fail',
      },
      'Rolled back from Vision 3 (V1) to EMIS LV (E1): Repeat prescriptions fail, 30 April 2009',
    ],
    [
      'MigrationAbandoned',
      { effectiveDate: '2008-12-10', migrationId: idOf(7), stage: 'BC_SUBMITTED', cause: 'Too dear' },
      'Migration abandoned when business case submitted: Too dear, 10 December 2008',
    ],
    [
      'MigrationAbandoned',
      {
        effectiveDate: '2009-03-10',
        migrationId: idOf(7),
        stage: 'EXTRACTED',
        cause: 'Offer withdrawn',
        chargesIncurredPence: 25_000,
        mediaDisposal: [{ extractId: idOf(24), disposal: 'Destroyed by EMIS' }],
      },
      'Migration abandoned when extracted, with charges of £250.00: Offer withdrawn, 10 March 2009; media of extracts: Destroyed by EMIS',
    ],
    [
      'CommandProposed',
      {
        effectiveDate: '2009-05-29',
        command: 'withdraw-notice',
        body: {},
        confirmer: 'SUP',
        confirmerOrg: 'EMIS',
      },
      'Proposed: withdraw notice, 29 May 2009; waits for EMIS to confirm it',
    ],
    [
      'NoticeGiven',
      {
        effectiveDate: '2009-02-27',
        supplier: 'EMIS',
        instanceId: 'E1',
        contingentOn: { migrationId: idOf(7) },
      },
      'Notice given to EMIS for EMIS LV (E1), 27 February 2009; it runs from Business Go Live',
    ],
    [
      'NoticeGiven',
      {
        effectiveDate: '2009-02-27',
        supplier: 'EMIS',
        instanceId: 'E1',
        endsOn: '2009-07-31',
        contingentOn: { migrationId: idOf(7) },
      },
      'Notice given to EMIS for EMIS LV (E1), 27 February 2009; it runs from Business Go Live, not before 31 July 2009',
    ],
    [
      'RetentionEnded',
      { effectiveDate: '2012-09-03', instanceId: 'E1', option: 'DATR', until: '2012-09-30' },
      'Data and Audit Trail Retrieval Service of EMIS LV (E1) ends; 30 September 2012 is its last day, 3 September 2012',
    ],
    [
      'SourceDataHeldBy',
      {
        effectiveDate: '2009-08-01',
        instanceId: 'E1',
        holder: { kind: 'PRACTICE', org: 'A00001' },
        locationClass: 'PRACTICE_PREMISES',
        format: 'The old server',
        mediaRef: 'SERVER-1',
        reviewBy: '2010-08-01',
      },
      'Data and audit trail of EMIS LV (E1) held by A00001 from 1 August 2009: The old server at practice premises, media SERVER-1; to be reviewed by 1 August 2010',
    ],
    [
      'SourceDataHeldBy',
      {
        effectiveDate: '2009-08-01',
        instanceId: 'E1',
        holder: { kind: 'OTHER', name: 'A county archive' },
        locationClass: 'ARCHIVE',
        format: 'Tape',
      },
      'Data and audit trail of EMIS LV (E1) held by A county archive from 1 August 2009: Tape at archive',
    ],
    [
      'SourceDataDestroyed',
      { effectiveDate: '2019-08-01', instanceId: 'E1', certificate: { title: 'Certificate 12' } },
      'Data and audit trail of EMIS LV (E1) destroyed, certificate: Certificate 12, 1 August 2019',
    ],
    [
      'AuditAccessRequested',
      {
        effectiveDate: '2014-05-14',
        instanceId: 'E1',
        purposeClass: 'MEDICO_LEGAL_CLAIM',
        period: { from: '2009-03-01', until: '2009-03-12' },
        onWhoseAuthority: 'the practice',
      },
      'Audit trail of EMIS LV (E1) asked for, records of 1 March 2009 to 12 March 2009, medico legal claim, on the authority of the practice, 14 May 2014',
    ],
    [
      'AuditAccessFulfilled',
      {
        effectiveDate: '2014-05-20',
        instanceId: 'E1',
        chargePence: 2500,
        nthOfFreeAllowance: 3,
        freeAllowance: 2,
      },
      'Audit trail of EMIS LV (E1) given out for £25.00, 20 May 2014; access 3 of the year, 2 free',
    ],
    [
      'AuditAccessFulfilled',
      {
        effectiveDate: '2014-05-20',
        instanceId: 'E1',
        chargePence: 0,
        nthOfFreeAllowance: null,
        freeAllowance: null,
      },
      'Audit trail of EMIS LV (E1) given out at no charge, 20 May 2014',
    ],
    [
      'AuditAccessFailed',
      { effectiveDate: '2014-05-20', instanceId: 'E1', cause: 'MEDIA_UNREADABLE' },
      'Audit trail of EMIS LV (E1) could not be given out: media unreadable, 20 May 2014',
    ],
    [
      'NoticeWithdrawn',
      { effectiveDate: '2009-05-29', instanceId: 'E1' },
      'Notice for EMIS LV (E1) withdrawn, the service runs on, 29 May 2009',
    ],
    [
      'NoticeAcknowledged',
      { effectiveDate: '2009-03-24', instanceId: 'E1', receivedOn: '2009-03-23' },
      'Notice for EMIS LV (E1) acknowledged as received on 23 March 2009, 24 March 2009',
    ],
    [
      'NoticeDateDisputed',
      {
        effectiveDate: '2009-03-24',
        instanceId: 'E1',
        claimedOn: '2009-03-23',
        grounds: 'Recorded delivery',
      },
      'Day of notice for EMIS LV (E1) disputed (23 March 2009 claimed): Recorded delivery, 24 March 2009',
    ],
    [
      'NoticeDateDisputed',
      { effectiveDate: '2009-03-24', instanceId: 'E1', grounds: 'It never came' },
      'Day of notice for EMIS LV (E1) disputed: It never came, 24 March 2009',
    ],
    [
      'MigrationOrderAmended',
      {
        effectiveDate: '2009-02-02',
        migrationId: idOf(7),
        trackingRef: 'TRACK-0001',
        services: [{ service: 'Deployment' }, { service: 'Training' }],
      },
      'Order TRACK-0001 amended, now for Deployment and Training, 2 February 2009',
    ],
    [
      'MigrationOrderCancelled',
      { effectiveDate: '2009-02-27', migrationId: idOf(7), trackingRef: 'TRACK-0001', chargePence: 25_000 },
      'Order TRACK-0001 cancelled, with a charge of £250.00, 27 February 2009',
    ],
    [
      'MigrationOrderCancelled',
      { effectiveDate: '2009-02-27', migrationId: idOf(7), trackingRef: 'TRACK-0001' },
      'Order TRACK-0001 cancelled, 27 February 2009',
    ],
    [
      'DataExtractRejected',
      {
        effectiveDate: '2009-03-10',
        migrationId: idOf(7),
        extractId: idOf(24),
        grounds: ['Unreadable', 'Old'],
      },
      'Data extract rejected: Unreadable; Old, 10 March 2009',
    ],
    [
      'DataAccessProblemRaised',
      { effectiveDate: '2009-02-16', migrationId: idOf(7), instanceId: 'E1', problem: 'No answer' },
      'Problem with obtaining data from EMIS LV (E1) raised: No answer, 16 February 2009',
    ],
    [
      'DataAccessProblemEscalated',
      { effectiveDate: '2009-02-23', migrationId: idOf(7), instanceId: 'E1', problemId: idOf(19) },
      'Problem with obtaining data from EMIS LV (E1) put to the national team, 23 February 2009',
    ],
    [
      'DataAccessProblemResolved',
      {
        effectiveDate: '2009-03-02',
        migrationId: idOf(7),
        instanceId: 'E1',
        problemId: idOf(19),
        resolution: 'It arrived',
      },
      'Problem with obtaining data from EMIS LV (E1) resolved: It arrived, 2 March 2009',
    ],
    [
      'GoLiveReported',
      { effectiveDate: '2009-03-12', migrationId: idOf(7), by: 'TARGET', cutoverTime: '08:00' },
      'Business Go Live of 12 March 2009 at 8am reported by the supplier of the new system',
    ],
    [
      'CutoverGapClosed',
      {
        effectiveDate: '2009-03-16',
        migrationId: idOf(7),
        from: '2009-03-09T18:30',
        to: '2009-03-12T08:00',
        method: 'Keyed in',
      },
      'Entries from 6.30pm on 9 March 2009 to 8am on 12 March 2009 back-loaded: Keyed in, 16 March 2009',
    ],
    [
      'ProposalDeclined',
      { effectiveDate: '2009-01-10', proposalId: idOf(1), reason: 'Wrong winner' },
      'Proposal declined, 10 January 2009',
    ],
    [
      'RecordCorrected',
      { effectiveDate: '2009-04-03', field: 'effectiveDate', was: '2009-03-20', now: '2009-03-23' },
      'Record corrected: effective date was 20 March 2009, now 23 March 2009, 3 April 2009',
    ],
    [
      'RecordCorrected',
      { effectiveDate: '2009-04-03', field: 'minuteRef', was: null, now: 'IM&T 12' },
      'Record corrected: minute ref was not on record, now "IM&T 12", 3 April 2009',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
