import { command, confirmed, given } from '#testing/decisions.js';
import { cole, idOf, national, patel, recorded } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { chainOf, itemsOf } from '../chain.js';
import type { Recorded } from '../recorded.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from './events.js';
import { evolvePractice } from './evolve.js';
import { commandRules } from './rules.js';
import { initialPractice, type PracticeState, type StandingRequest } from './state.js';

const [migrationId, noticeId] = [idOf(7), idOf(26)];
const MOVE = 'd'.repeat(64);

const event = <Type extends PracticeEventType>(
  type: Type,
  payload: object,
  metadata: Partial<Recorded['metadata']> = {},
): Recorded<PracticeEvent> =>
  recorded(
    { type, payload: payload as PayloadOf<Type> } as PracticeEvent,
    { id: idOf(40), stream: 'practice-A00001', revision: 0 },
    metadata,
  );

/** A practice with one request that stands by each command: its hash is the command's name. */
const asked = (of: Partial<StandingRequest> = {}): PracticeState => ({
  ...initialPractice,
  requests: chainOf(
    Object.keys(commandRules).map((name) => ({
      hash: name,
      command: name,
      instanceId: null,
      migrationId,
      effectiveDate: '2009-03-20',
      ...of,
    })),
  ),
});

const hashesOf = ({ requests }: PracticeState): readonly string[] =>
  itemsOf(requests).map(({ hash }) => hash);

/** The commands whose requests stand no more after the event. */
const ended = (by: Recorded<PracticeEvent>, state = asked()): readonly string[] => {
  const left = hashesOf(evolvePractice(state, by));
  return hashesOf(state).filter((hash) => !left.includes(hash));
};

const day = { effectiveDate: '2009-03-20' };
const onCallOff = { ...day, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' };
const inMigration = { ...day, migrationId };
const inDispute = { ...inMigration, disputeId: idOf(50) };
const order = { ...inMigration, trackingRef: 'T-0001' };
const services = [{ service: 'Deployment' }];
const ofE1 = { ...day, instanceId: 'E1' };
const onNotice = { ...ofE1, noticeId };
const retention = { ...ofE1, option: 'DATR', payer: 'COMMISSIONER', priceSnapshot: null };
const aRound = ['complete-selection', 'fail-selection', 'score-candidate', 'start-selection'];
const aDate = ['agree-date', 'propose-date', 'replan'];
const anOption = ['change-retention', 'end-retention', 'order-retention'];

describe('R13: what an event replaces can be asked for anew', () => {
  it.each<[PracticeEventType, object, readonly string[]]>([
    [
      'MigrationRequested',
      { ...inMigration, sourceInstanceId: 'E1' },
      ['abandon-migration', 'retain-system'],
    ],
    ['PracticeCommissionerChanged', { ...day, to: '99Z', legalDate: '2013-04-01' }, ['change-commissioner']],
    ['PracticeJoinedCallOff', onCallOff, ['leave-call-off', 'opt-out']],
    ['PracticeOptedOut', onCallOff, ['opt-out']],
    ['PracticeLeftCallOff', onCallOff, ['join-call-off', 'leave-call-off']],
    ['PctPracticeAgreementSigned', { ...day, pct: '5ZZ' }, ['end-pct-practice-agreement']],
    ['PctPracticeAgreementEnded', { ...day, pct: '5ZZ' }, ['record-pct-practice-agreement']],
    ['ContractorTypeRecorded', { ...day, contractorType: 'PMS' }, ['record-contractor-type']],
    ['BusinessCaseRequired', inMigration, ['decide-business-case-need']],
    ['BusinessCaseWaived', inMigration, ['decide-business-case-need']],
    [
      'BusinessCaseSubmitted',
      { ...inMigration, version: '1.0', estimate: { lines: [] } },
      ['refuse-change', 'return-business-case', 'submit-business-case'],
    ],
    ['BusinessCaseReturned', { ...inMigration, points: ['No costs'] }, ['submit-business-case']],
    ['ChangeAgreed', { ...inMigration, conditions: [], decidedBy: 'J Patel' }, ['refuse-change']],
    [
      'ChangeRefused',
      { ...inMigration, grounds: ['Cost'] },
      ['agree-change', 'request-migration', 'submit-business-case'],
    ],
    ['DisputeRaised', { ...inDispute, subject: 'REFUSAL', grounds: ['No reason'] }, ['record-determination']],
    [
      'DisputeDetermined',
      { ...inDispute, outcome: 'REFUSAL_UPHELD', level: null },
      ['escalate-dispute', 'raise-dispute'],
    ],
    [
      'DisputeDetermined',
      { ...inDispute, outcome: 'CHANGE_TO_BE_AGREED', level: null },
      ['escalate-dispute', 'raise-dispute', 'refuse-change'],
    ],
    ['CandidateScored', { ...inMigration, by: 'PR', org: 'A00001', scores: [] }, ['score-candidate']],
    ['SelectionCompleted', { ...inMigration, winner: 'INPS.VISION-3', candidates: [] }, aRound],
    ['SelectionFailed', { ...inMigration, reasons: ['None fits'] }, aRound],
    [
      'SystemSelected',
      { ...inMigration, productId: 'INPS.VISION-3', kind: 'FRAMEWORK', levelAtDate: 3 },
      [...aDate, 'place-order', 'select-system'],
    ],
    ['MigrationOrderPlaced', { ...order, services }, ['amend-order', 'cancel-order']],
    ['MigrationOrderAmended', { ...order, services }, ['amend-order', 'place-order']],
    ['MigrationOrderCancelled', order, ['amend-order', 'place-order']],
    [
      'DataAccessProblemResolved',
      { ...inMigration, instanceId: 'E1', problemId: idOf(60), resolution: 'Sent' },
      ['raise-data-access-problem'],
    ],
    ['MigrationDateProposed', { ...inMigration, date: '2009-03-05', by: 'PCT' }, aDate],
    ['GoLiveDeclared', { ...inMigration, sourceInstanceId: 'E1', targetInstanceId: 'V1' }, ['roll-back']],
    [
      'GoLiveCorrected',
      { ...inMigration, was: { on: '2009-03-11' }, now: { on: '2009-03-12' } },
      ['correct-go-live', 'declare-go-live'],
    ],
    [
      'GoLiveRetracted',
      { ...inMigration, targetEventId: idOf(25), reason: 'A trial' },
      [...aDate, 'correct-go-live', 'declare-go-live', 'sign-off-migration'],
    ],
    ['NoticeGiven', { ...onNotice, endsOn: '2009-06-20' }, ['withdraw-notice']],
    ['NoticeExtended', { ...onNotice, newEndsOn: '2009-07-31' }, ['extend-notice']],
    ['NoticeWithdrawn', onNotice, ['acknowledge-notice', 'dispute-notice', 'extend-notice', 'give-notice']],
    ['RetentionOrdered', retention, ['end-retention']],
    ['RetentionOptionChanged', { ...retention, was: 'FULL', from: '2011-10-01' }, anOption],
    ['RetentionEnded', { ...ofE1, option: 'DATR', until: '2012-10-01' }, anOption],
    ['SourceDataHeldBy', { ...ofE1, holder: { kind: 'PCT', org: '5ZZ' } }, ['record-data-holder']],
    ['AuditAccessFailed', { ...ofE1, requestId: idOf(35), cause: 'OTHER' }, ['fail-audit-access']],
    ['OptionsDiscussed', { ...day, participants: [], optionsConsidered: [] }, []],
  ])('R13: %s', (type, payload, commands) => {
    expect([...ended(event(type, payload))].sort()).toEqual([...commands].sort());
  });
  it('R13: of another instance, or in another migration, what was asked for stands', () => {
    expect(ended(event('NoticeExtended', onNotice), asked({ instanceId: 'E1' }))).toEqual(['extend-notice']);
    expect(ended(event('NoticeExtended', onNotice), asked({ instanceId: 'V1' }))).toEqual([]);
    expect(ended(event('DisputeDetermined', inDispute), asked({ migrationId: idOf(8) }))).toEqual([]);
    const failure = event('AuditAccessFailed', { ...ofE1, requestId: idOf(35), cause: 'OTHER' });
    expect(ended(failure, asked({ effectiveDate: '2009-03-19' }))).toEqual([]);
  });
  it('R13 F5: what was asked for in a migration ends with it, and nothing else does', () => {
    const open = evolvePractice(initialPractice, event('MigrationRequested', inMigration));
    const abandoned = event('MigrationAbandoned', { ...inMigration, stage: 'AGREED', cause: 'Cost' });
    const ofIt = { hash: 'of it', command: 'agree-date', instanceId: null, migrationId, ...day };
    const other = { ...ofIt, hash: 'other', migrationId: idOf(8) };
    const ofNone = { ...ofIt, hash: 'of none', migrationId: null };
    expect(ended(abandoned, { ...open, requests: chainOf([ofIt, other, ofNone]) })).toEqual(['of it']);
    const closed = evolvePractice(open, abandoned);
    const returned = event('BusinessCaseWaived', inMigration);
    expect(ended(returned, { ...closed, requests: chainOf([ofIt]) })).toEqual([]);
  });
});

describe('R13: the request of an event stands from it on', () => {
  const after = (by: Recorded<PracticeEvent>) => itemsOf(evolvePractice(initialPractice, by).requests);
  const asking = (command: string) => ({ command, requestHash: MOVE });
  const given = { ...onNotice, supplier: 'EMIS', method: 'Letter', minMonths: 3 };

  it('R13: by its hash, with what it is about', () => {
    expect(
      after(event('BusinessCaseWaived', inMigration, asking('decide-business-case-need'))),
    ).toStrictEqual([
      { hash: MOVE, command: 'decide-business-case-need', instanceId: null, migrationId, ...day },
    ]);
    expect(after(event('BusinessCaseWaived', inMigration))).toEqual([]);
  });
  it('R13 A5: that of a contingent notice is its migration’s, that of another of none', () => {
    const contingentOn = { migrationId, endConvention: 'CORRESPONDING_DATE', basis: 'GIVEN' };
    expect(after(event('NoticeGiven', { ...given, contingentOn }, asking('give-notice')))).toStrictEqual([
      { hash: MOVE, command: 'give-notice', instanceId: 'E1', migrationId, ...day },
    ]);
    expect(
      after(event('NoticeGiven', { ...given, endsOn: '2009-06-20' }, asking('give-notice'))),
    ).toStrictEqual([{ hash: MOVE, command: 'give-notice', instanceId: 'E1', migrationId: null, ...day }]);
  });
  it('R13 R2: a proposal that is declined stands no more, nor does the declining', () => {
    const proposed = event(
      'CommandProposed',
      { ...day, command: 'roll-back', body: {}, confirmer: 'PCT' },
      { ...asking('roll-back'), actor: national },
    );
    const state = evolvePractice(initialPractice, proposed);
    expect(hashesOf(state)).toEqual([MOVE]);
    const declined = event(
      'ProposalDeclined',
      { ...day, proposalId: proposed.id },
      { command: 'decline', requestHash: 'e'.repeat(64) },
    );
    expect(hashesOf(evolvePractice(state, declined))).toEqual([]);
  });
});

describe('R13: what was recorded of a migration stands no more once it is closed', () => {
  it('R13, I14: a confirmed correction neither, which took the place of its proposal', () => {
    const correction = {
      effectiveDate: '2008-12-01',
      targetEventId: idOf(8),
      field: 'effectiveDate',
      was: '2008-11-14',
      now: '2008-11-13',
      reason: 'As the letter says',
    };
    const corrected = given(...workedUntil('needDecided')).and(
      confirmed(command('correct-record', correction, patel), cole),
    );
    corrected.when('correct-record', correction, patel).thenNothing();
    corrected
      .and(
        command('refuse-change', { effectiveDate: '2008-12-02', grounds: ['Cost'] }),
        command('request-migration', {
          effectiveDate: '2008-12-03',
          sourceInstanceId: 'E1',
          reasons: ['Slow'],
        }),
      )
      .when('correct-record', correction, patel, '2008-12-03T12:00:00.000Z')
      .thenRefused('CORRECTION_DIFFERS');
  });
});
