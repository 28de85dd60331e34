import { requestHash } from '#commands/hashes.js';
import { emptyReference } from '#domain/reference.js';
import { command, confirmed, given } from '#testing/decisions.js';
import { patel, reed } from '#testing/fixture.js';
import { line, linesOf, stepsOf } from '#testing/next-steps.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { nextSteps } from './next-steps.js';

const installed = given(...workedUntil('installed'));

describe('S37: before a contact', () => {
  const steps = stepsOf(installed.and(command('request-migration', requested())), '2008-11-12');
  it('S10: the PCT cannot decide, for no contact is on file; practice and PCT can put one there', () => {
    expect(linesOf(steps, 'record-contact', 'decide-business-case-need', 'agree-change')).toEqual([
      'PR A00001 record-contact - ACCEPT',
      'PCT 5ZZ record-contact - ACCEPT',
      'PCT 5ZZ decide-business-case-need REQUIRED - CONTACT_MISSING S10',
      'PCT 5ZZ decide-business-case-need NOT_REQUIRED - CONTACT_MISSING S10',
      'PCT 5ZZ agree-change - CONTACT_MISSING S10',
    ]);
  });
  it('tells what is missing and what to do about it, as the refusal does', () => {
    const step = steps.find(({ command: name }) => name === 'agree-change')!;
    expect(step).toMatchObject({ missing: { because: expect.any(String), remedy: expect.any(String) } });
  });
  it('X4: the practice alone can ask for a change, and I1 not twice', () => {
    expect(linesOf(stepsOf(installed, '2008-11-12'), 'request-migration')).toEqual([
      'PR A00001 request-migration E1 - ACCEPT',
    ]);
    expect(linesOf(steps, 'request-migration')).toEqual([
      'PR A00001 request-migration E1 - MIGRATION_OPEN I1',
    ]);
  });
});

function requested() {
  return { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Better prescribing support'] };
}

describe('A27 R12: while the need of a business case is undecided', () => {
  const steps = stepsOf(given(...workedUntil('requested')), '2008-11-12');
  it('the PCT decides on it, with a reason where it needs none, and cannot agree yet', () => {
    expect(linesOf(steps, 'decide-business-case-need', 'submit-business-case', 'agree-change')).toEqual([
      'PCT 5ZZ decide-business-case-need REQUIRED - ACCEPT',
      'PCT 5ZZ decide-business-case-need NOT_REQUIRED - ACCEPT needs REASON_REQUIRED',
      'PR A00001 submit-business-case - BUSINESS_CASE_NOT_REQUIRED S11',
      'PCT 5ZZ agree-change - BUSINESS_CASE_UNDECIDED R12',
    ]);
  });
  it('what a step needs beyond the usual is told with the refusal, and of any other nothing', () => {
    const [required, waived] = steps.filter(({ command: name }) => name === 'decide-business-case-need');
    expect(required).toMatchObject({ can: { needs: [] } });
    expect(required).not.toHaveProperty('can.with');
    expect(waived).toMatchObject({ can: { needs: [{ code: 'REASON_REQUIRED', rule: 'A27' }] } });
    expect(waived).toHaveProperty('can.with', { reason: '…' });
  });
});

describe('S15 S16: agreed but not selected', () => {
  const agreed = given(...workedUntil('agreed'));
  const steps = stepsOf(agreed, '2008-12-22');
  it('practice or PCT proposes the outcome of the Selection Process; only an LSP’s system needs none (A14)', () => {
    expect(linesOf(steps, 'complete-selection', 'select-system')).toEqual([
      'PR A00001 complete-selection - PROPOSE',
      'PCT 5ZZ complete-selection - PROPOSE',
      'PR A00001 select-system FRAMEWORK - SELECTION_MISSING S16',
      'PR A00001 select-system SAME_SUPPLIER - SELECTION_MISSING S16',
      'PR A00001 select-system LSP - PROPOSE',
      'PCT 5ZZ select-system FRAMEWORK - SELECTION_MISSING S16',
      'PCT 5ZZ select-system SAME_SUPPLIER - SELECTION_MISSING S16',
      'PCT 5ZZ select-system LSP - PROPOSE',
    ]);
  });
  it('S16: a selection that was started is scored, and completed or failed together', () => {
    const started = agreed.and(
      command('start-selection', {
        effectiveDate: '2009-01-05',
        candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
      }),
    );
    const own = ['start-selection', 'score-candidate', 'complete-selection', 'fail-selection'] as const;
    expect(linesOf(stepsOf(started, '2009-01-07'), ...own).filter((line) => line.startsWith('PR'))).toEqual([
      'PR A00001 start-selection - SELECTION_UNDER_WAY S16',
      'PR A00001 score-candidate - ACCEPT',
      'PR A00001 complete-selection - PROPOSE',
      'PR A00001 fail-selection - PROPOSE',
    ]);
  });
  it('R2: a proposal is the other party’s to confirm, and its author’s no more', () => {
    const proposed = agreed.and(
      command(
        'complete-selection',
        { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3'] },
        patel,
      ),
    );
    const then = stepsOf(proposed, '2009-01-09');
    expect(linesOf(then, 'confirm')).toEqual(['PR A00001 confirm complete-selection - ACCEPT']);
    expect(then[0]!.command).toBe('confirm');
  });
  it('S16: completed among the candidates that it was started with, it can be completed anew among them', () => {
    const day = { effectiveDate: '2009-01-09' };
    const candidates = ['INPS.VISION-3', 'Microtest.EVOLUTION'];
    const completed = agreed.and(
      command('start-selection', { ...day, candidates }),
      confirmed(command('complete-selection', { ...day, winner: 'INPS.VISION-3' }, patel), reed),
    );
    const [step] = stepsOf(completed, '2009-01-10').filter(
      ({ command: name }) => name === 'complete-selection',
    );
    expect(step).toMatchObject({ can: { outcome: 'PROPOSE', needs: [] } });
  });
  it('S17 S18: date, order and go-live wait for the system', () => {
    expect(linesOf(steps, 'propose-date', 'place-order', 'declare-go-live')).toEqual([
      'PR A00001 propose-date - SYSTEM_NOT_SELECTED S17',
      'PCT 5ZZ propose-date - SYSTEM_NOT_SELECTED S17',
      'PCT 5ZZ place-order - SYSTEM_NOT_SELECTED S17',
      'PR A00001 declare-go-live - SYSTEM_NOT_SELECTED S17',
      'PCT 5ZZ declare-go-live - SYSTEM_NOT_SELECTED S17',
    ]);
  });
});

describe('R3: while a date is proposed', () => {
  const steps = stepsOf(given(...workedUntil('dateProposed')), '2009-01-21');
  it('practice and target supplier can agree to it; its proposer has, and the source’s supplier has no say', () => {
    expect(linesOf(steps, 'agree-date')).toEqual([
      'PR A00001 agree-date - ACCEPT',
      'SUP INPS agree-date - ACCEPT',
    ]);
  });
});

describe('S34: live without notice', () => {
  const live = given(...workedUntil('live'));
  const steps = stepsOf(live, '2009-03-20');
  it('S34: the PCT can give notice of the source, and of the target not', () => {
    expect(linesOf(steps, 'give-notice', 'extend-notice')).toEqual([
      'PCT 5ZZ give-notice E1 - ACCEPT',
      'PCT 5ZZ give-notice V1 - GO_LIVE_MISSING S37',
      'PCT 5ZZ extend-notice E1 - NO_NOTICE_RUNNING S35',
      'PCT 5ZZ extend-notice V1 - NO_NOTICE_RUNNING S35',
    ]);
  });
  it('S28: each of the three options of the source can be ordered; I10: after notice full retention only for days before it', () => {
    expect(linesOf(steps, 'order-retention').filter((told) => told.includes('E1'))).toEqual([
      'PCT 5ZZ order-retention E1 FULL - ACCEPT',
      'PCT 5ZZ order-retention E1 SINGLE_USER - ACCEPT',
      'PCT 5ZZ order-retention E1 DATR - ACCEPT',
      'PR A00001 order-retention E1 FULL - PROPOSE',
      'PR A00001 order-retention E1 SINGLE_USER - PROPOSE',
      'PR A00001 order-retention E1 DATR - PROPOSE',
    ]);
    const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
    const noticed = stepsOf(live.and(command('give-notice', notice)), '2009-03-20');
    const full = noticed.find((step) => line(step).includes('order-retention E1 FULL'))!;
    expect(line(full)).toBe('PCT 5ZZ order-retention E1 FULL - ACCEPT needs FULL_WHILE_NOTICE_RUNS');
    expect(full).toMatchObject({ can: { with: { from: '2009-03-12', until: '2009-03-12' } } });
  });
  it('R1: a fact that comes late is told with its flag, and R10 what is late with its need of a reason', () => {
    expect(linesOf(steps, 'record-extract')).toContain(
      'PR A00001 record-extract - ACCEPT EXTRACT_AFTER_GO_LIVE',
    );
    const late = stepsOf(live, '2009-03-20', '2009-04-20T12:00:00.000Z');
    expect(linesOf(late, 'give-notice')[0]).toBe(
      'PCT 5ZZ give-notice E1 - ACCEPT LATE_ENTRY needs REASON_REQUIRED',
    );
  });
  it('a day ahead is told as if it had come', () => {
    const ahead = stepsOf(live, '2009-06-01', '2009-03-20T12:00:00.000Z');
    expect(linesOf(ahead, 'give-notice')[0]).toBe('PCT 5ZZ give-notice E1 - ACCEPT');
  });
  it('I8: of the suppliers each ends the service of its own system alone', () => {
    expect(linesOf(steps, 'end-source-service')).toEqual([
      'SUP EMIS end-source-service E1 - ACCEPT',
      'SUP INPS end-source-service V1 - ACCEPT',
      'PCT 5ZZ end-source-service E1 - ACCEPT',
      'PCT 5ZZ end-source-service V1 - ACCEPT',
    ]);
  });
});

describe('A20: back on the source', () => {
  const back = given(...workedUntil('live')).and(
    confirmed(command('roll-back', { effectiveDate: '2009-03-20', cause: 'Too slow' }, patel), reed),
  );
  const steps = stepsOf(back, '2009-04-01');
  it('S26: the audit trail of the days on which the target was live can be asked for', () =>
    expect(linesOf(steps, 'request-audit-access')).toContain('PR A00001 request-audit-access V1 - ACCEPT'));
  it('A9: days on which the source was left can be centrally funded, and no later ones', () => {
    const grant = steps.find(({ command: name }) => name === 'grant-funding-exception')!;
    expect(line(grant)).toBe('NAT NATIONAL grant-funding-exception E1 - ACCEPT needs GO_LIVE_MISSING');
    expect(grant).toMatchObject({ can: { with: { from: '2009-03-11' } } });
  });
});

describe('F9: while an audit trail is asked for', () => {
  it('F9 R13: access that failed can fail for another cause', () => {
    const day = { effectiveDate: '2009-08-03' };
    const asked = given(...workedUntil('serviceEnded')).and(
      command('request-audit-access', {
        ...day,
        instanceId: 'E1',
        purposeClass: 'OTHER',
        period: { from: '2008-05-01', until: '2008-05-31' },
        onWhoseAuthority: 'The senior partner',
      }),
    );
    const requestId = asked.state.accessRequests[0]!.requestId;
    const failed = asked.and(
      command('fail-audit-access', { ...day, requestId, cause: 'MEDIA_UNREADABLE' }, patel),
    );
    expect(linesOf(stepsOf(failed, '2009-08-04'), 'fail-audit-access')).toContain(
      'PCT 5ZZ fail-audit-access - ACCEPT',
    );
  });
});

describe('whose the steps are', () => {
  it('S23 F5: a supplier that was selected for a migration given up rejects its extract still', () => {
    const abandoned = given(...workedUntil('selected')).and(
      command('record-extract', {
        effectiveDate: '2009-02-02',
        kind: 'BACKUP_TAPE',
        purpose: 'TRIAL',
        at: '2009-02-02T12:00',
        mediaRef: 'MEDIA-1',
        includesAuditTrail: false,
        encrypted: true,
      }),
      confirmed(
        command('abandon-migration', { effectiveDate: '2009-02-03', cause: 'Too dear' }, reed),
        patel,
      ),
    );
    expect(linesOf(stepsOf(abandoned, '2009-02-04'), 'reject-extract')).toContain(
      'SUP INPS reject-extract - ACCEPT',
    );
  });
  it('F10: of a closed practice its successors’, from the day after its last', () => {
    const merged = given(...workedUntil('live')).and(
      command('merge-practice', { effectiveDate: '2009-03-20', into: 'A00002' }),
    );
    const practicesOn = (on: string) => [
      ...new Set(stepsOf(merged, on).flatMap(({ actor }) => (actor.role === 'PR' ? [actor.org] : []))),
    ];
    expect(practicesOn('2009-03-20')).toEqual(['A00001']);
    expect(practicesOn('2009-03-21')).toEqual(['A00002']);
  });
  it('I14: a supplier that has no system here any more corrects what it recorded', () => {
    const day = { effectiveDate: '2009-02-26' };
    const abandoned = given(...workedUntil('replanned')).and(
      confirmed(command('abandon-migration', { ...day, cause: 'Too dear' }, reed), patel),
    );
    expect(linesOf(stepsOf(abandoned, '2009-02-27'), 'correct-record')).toContain(
      'SUP INPS correct-record - PROPOSE',
    );
  });
  it('I2: after a change of commissioner the successor’s', () => {
    const orgs = stepsOf(given(...workedUntil('rehomed')), '2013-04-02').map(({ actor }) => actor.org);
    expect([...new Set(orgs)].sort()).toEqual(['99Z', 'A00001', 'EMIS', 'INPS', 'NATIONAL']);
  });
  it('R13: what is so already is no step', () => {
    const { state } = installed;
    const steps = stepsOf(installed, '2008-04-01');
    expect(state.agreements[0]!.effectiveDate).toBe('2008-04-01');
    expect(linesOf(steps, 'record-pct-practice-agreement', 'join-call-off', 'register-practice')).toEqual([]);
  });
  it('B3: without a policy on record nothing can be decided', () => {
    const { state } = installed;
    const asked = { ods: 'A00001', on: '2008-04-02', knownAt: '2008-04-02T12:00:00.000Z', requestHash };
    const steps = nextSteps(state, emptyReference, asked);
    expect(new Set(steps.map((step) => ('missing' in step ? step.missing.code : 'can')))).toEqual(
      new Set(['POLICY_MISSING']),
    );
  });
});
