import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  cole,
  hart,
  idOf,
  moss,
  national,
  otherPct,
  patel,
  reed,
  reference,
  withSupplier,
} from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { auditAccessOn } from './audit-access.js';
import { custodyOn, custodySpans } from './custody.js';
import { findings } from './findings/index.js';

const all = given(...workedUntil('rehomed'));
const ended = given(...workedUntil('serviceEnded'));
const live = given(...workedUntil('live'));
const plain = live.and(
  command('end-source-service', { effectiveDate: '2009-07-31', instanceId: 'E1', reason: 'Agreed' }),
);
const holding = {
  effectiveDate: '2009-08-10',
  instanceId: 'E1',
  holder: { kind: 'PCT', org: '5ZZ' },
  locationClass: 'NHS_SITE',
  format: 'The old server',
  mediaRef: 'SERVER-1',
} as const;
const spans = ({ state }: typeof all, instanceId = 'E1') =>
  custodySpans(state, instanceId).map(({ from, until, basis, holder }) => [
    from,
    until,
    basis,
    holder === null ? null : holder.kind === 'OTHER' ? holder.name : holder.org,
  ]);
const codes = ({ state }: typeof all, on: string, facts = reference) =>
  findings(state, facts, on).map(({ code }) => code);

describe('who holds the data and audit trail of a system', () => {
  it('X6: its supplier in service, then whoever keeps it by the option of the day', () => {
    expect(spans(all)).toEqual([
      ['2008-04-01', '2009-07-31', 'SERVICE', 'EMIS'],
      ['2009-08-01', '2011-09-30', 'RETENTION', 'A00001'],
      ['2011-10-01', null, 'RETENTION', 'EMIS'],
    ]);
    expect(spans(all, 'V1')).toEqual([['2009-03-12', null, 'SERVICE', 'INPS']]);
    expect(spans(given(...workedUntil('targetInstalled')), 'V1')).toEqual([]);
  });

  it('X6: a holder on record goes before the option, from its day to the next', () => {
    const twice = ended.and(
      command('record-data-holder', holding, patel),
      command(
        'record-data-holder',
        { ...holding, effectiveDate: '2010-01-04', holder: { kind: 'OTHER', name: 'A county archive' } },
        patel,
      ),
    );
    expect(spans(twice)).toEqual([
      ['2008-04-01', '2009-07-31', 'SERVICE', 'EMIS'],
      ['2009-08-01', '2009-08-09', 'RETENTION', 'A00001'],
      ['2009-08-10', '2010-01-03', 'RECORDED', '5ZZ'],
      ['2010-01-04', null, 'RECORDED', 'A county archive'],
    ]);
    const between = twice.and(
      command(
        'record-data-holder',
        {
          ...holding,
          effectiveDate: '2009-12-01',
          reason: 'Found late',
          holder: { kind: 'COMMISSIONER', org: '5ZZ' },
        },
        patel,
        '2010-02-01T12:00:00.000Z',
      ),
    );
    expect(spans(between).slice(2)).toEqual([
      ['2009-08-10', '2009-11-30', 'RECORDED', '5ZZ'],
      ['2009-12-01', '2010-01-03', 'RECORDED', '5ZZ'],
      ['2010-01-04', null, 'RECORDED', 'A county archive'],
    ]);
  });

  it('X6: days on which nobody is known to are a gap, and a finding until somebody is', () => {
    expect(spans(plain)).toEqual([
      ['2008-04-01', '2009-07-31', 'SERVICE', 'EMIS'],
      ['2009-08-01', null, 'GAP', null],
    ]);
    expect(codes(plain, '2009-07-31')).not.toContain('NO_DATA_HOLDER');
    expect(findings(plain.state, reference, '2009-08-01')).toContainEqual({
      code: 'NO_DATA_HOLDER',
      rule: 'X6',
      message:
        'Nobody is on record as holding the data and audit trail of E1 since 2009-08-01: record who does.',
      events: [],
      instanceId: 'E1',
    });
    const held = plain.and(command('record-data-holder', holding, patel));
    expect(codes(held, '2009-08-09')).toContain('NO_DATA_HOLDER');
    expect(codes(held, '2009-08-10')).not.toContain('NO_DATA_HOLDER');
    expect(practiceAnswer(held.state, reference, '2009-08-10', true)?.custody[0]?.spans.slice(1)).toEqual([
      {
        ...{ from: '2009-08-01', until: '2009-08-09', basis: 'GAP', holder: null },
        ...{ locationClass: null, format: null, mediaRef: null, reviewBy: null, rule: 'X6', events: [] },
      },
      {
        ...{ from: '2009-08-10', until: null, basis: 'RECORDED', holder: { kind: 'PCT', org: '5ZZ' } },
        ...{ locationClass: 'NHS_SITE', format: 'The old server', mediaRef: 'SERVER-1', reviewBy: null },
        ...{ rule: 'X6', events: [idOf(27)] },
      },
    ]);
  });

  it('X6: a copy may be held beside the running system, which stays the one to ask', () => {
    const copied = given(...workedUntil('extracted')).and(
      command('record-data-holder', { ...holding, effectiveDate: '2009-03-10' }, patel),
    );
    expect(spans(copied)).toEqual([
      ['2008-04-01', null, 'SERVICE', 'EMIS'],
      ['2009-03-10', null, 'RECORDED', '5ZZ'],
    ]);
    expect(custodyOn(copied.state, 'E1', '2009-03-10')?.basis).toBe('SERVICE');
    given(...workedUntil('replanned'))
      .when('record-data-holder', { ...holding, effectiveDate: '2009-03-02' }, patel)
      .thenRefused('DATA_NOT_APART');
  });

  it('S26, A31: the audit trail of each period, the day of go-live too, is with the system that held the records then', () => {
    const twice = live.and(
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    const trails = practiceAnswer(twice.state, reference, '2009-07-01', true)?.auditTrails;
    expect(
      trails?.map(({ instanceId, recordsFrom, recordsUntil }) => [instanceId, recordsFrom, recordsUntil]),
    ).toEqual([
      ['E1', '2008-04-01', '2009-03-11'],
      ['V1', '2009-03-11', '2009-06-15'],
      ['E2', '2009-06-15', null],
    ]);
    expect(practiceAnswer(all.state, reference, '2014-05-14', true)?.auditTrails).toMatchObject([
      {
        ...{ instanceId: 'E1', recordsFrom: '2008-04-01', recordsUntil: '2009-03-12' },
        ...{ basis: 'RETENTION', holder: { kind: 'SUPPLIER', org: 'EMIS' }, rule: 'S26' },
      },
      { instanceId: 'V1', basis: 'SERVICE', holder: { kind: 'SUPPLIER', org: 'INPS' } },
    ]);
  });

  it('F13: a supplier that ceased holds nothing: a finding until somebody else is on record', () => {
    const ceased = withSupplier(reference, 'EMIS', {
      name: 'cease-supplier',
      body: { effectiveDate: '2012-04-01' },
    });
    const kept = inReference(ceased, ...workedUntil('retentionChanged'));
    expect(codes(kept, '2012-03-31', ceased)).not.toContain('DATA_HOLDER_CEASED');
    expect(codes(kept, '2012-04-01', ceased)).toContain('DATA_HOLDER_CEASED');
    const moved = kept.and(command('record-data-holder', { ...holding, effectiveDate: '2012-04-02' }, patel));
    expect(codes(moved, '2012-04-02', ceased)).not.toContain('DATA_HOLDER_CEASED');
    const toEmis = kept.and(
      command(
        'record-data-holder',
        { ...holding, effectiveDate: '2012-04-02', holder: { kind: 'SUPPLIER', org: 'EMIS' } },
        patel,
      ),
    );
    expect(codes(toEmis, '2012-04-02', ceased)).toContain('DATA_HOLDER_CEASED');
  });
});

describe('record-data-holder', () => {
  it('X6: by the PCT, the system’s own supplier, or a supplier that holds the data', () => {
    ended
      .when('record-data-holder', holding, patel)
      .thenEvents([{ type: 'SourceDataHeldBy', payload: holding }]);
    ended.when('record-data-holder', holding, hart).thenEvents([{ type: 'SourceDataHeldBy' }]);
    ended.when('record-data-holder', holding, moss).thenRefused('NOT_YOUR_SYSTEM');
    ended.when('record-data-holder', holding, reed).thenRefused('ROLE_NOT_ALLOWED');
    const byInps = ended.and(
      command('record-data-holder', { ...holding, holder: { kind: 'SUPPLIER', org: 'INPS' } }, hart),
    );
    byInps
      .when('record-data-holder', { ...holding, effectiveDate: '2010-01-04' }, moss)
      .thenEvents([{ type: 'SourceDataHeldBy' }]);
    ended.when('record-data-holder', { ...holding, instanceId: 'X9' }, patel).thenRefused('INSTANCE_UNKNOWN');
  });

  it('X6: of a system still in service, only from the day on which a copy was taken of it', () => {
    const copied = live.and(...secondMigration('2009-06-01'));
    const ofV1 = { ...holding, instanceId: 'V1' };
    copied
      .when('record-data-holder', { ...ofV1, effectiveDate: '2009-05-31' }, patel)
      .thenRefused('DATA_NOT_APART');
    copied
      .when('record-data-holder', { ...ofV1, effectiveDate: '2009-06-01' }, patel)
      .thenEvents([{ type: 'SourceDataHeldBy' }]);
  });

  it('R13: the same holder again, after another, is a request of its own', () => {
    const other = { ...holding, holder: { kind: 'OTHER', name: 'A county archive' } } as const;
    ended
      .and(command('record-data-holder', holding, patel), command('record-data-holder', other, patel))
      .when('record-data-holder', holding, patel)
      .thenEvents([{ type: 'SourceDataHeldBy' }]);
  });
});

describe('record-data-destroyed', () => {
  const destruction = {
    effectiveDate: '2012-08-01',
    instanceId: 'E1',
    certificate: { title: 'Certificate of destruction', sha256: 'c'.repeat(64) },
  };
  const aug2 = '2012-08-02T12:00:00.000Z';
  const aug3 = '2012-08-03T12:00:00.000Z';
  const kept = given(...workedUntil('retentionChanged'));
  const proposed = kept.and(command('record-data-destroyed', destruction, patel));
  const second = proposed.andConfirmed(cole, aug2);

  it('I14, R2: takes two persons of the PCT and then the national team', () => {
    kept.when('record-data-destroyed', destruction, patel).thenProposed('PCT');
    proposed.whenConfirmed(patel, aug2).thenRefused('SECOND_PERSON_REQUIRED');
    proposed.whenConfirmed(national, aug2).thenRefused('PROPOSAL_NOT_YOURS');
    proposed
      .whenConfirmed(cole, aug2)
      .thenEvents([{ type: 'CommandProposed', payload: { confirmer: 'NAT', body: destruction } }]);
    expect(second.state.destroyed).toEqual({});
    second.whenConfirmed(otherPct, aug3).thenRefused('PROPOSAL_NOT_YOURS');
    second.whenConfirmed({ ...national, sub: patel.sub }, aug3).thenRefused('SECOND_PERSON_REQUIRED');
    second.whenConfirmed({ ...national, sub: cole.sub }, aug3).thenRefused('SECOND_PERSON_REQUIRED');
    second.whenConfirmed(national, aug3).thenEvents([{ type: 'SourceDataDestroyed', payload: destruction }]);
  });

  it('R2: the events name all three: author, last confirmer, and the chain of proposals', () => {
    const { events } = second.whenConfirmed(national, aug3).decided.history;
    const [first, next, last] = events.slice(-3);
    expect(next?.metadata).toMatchObject({
      causationId: first?.id,
      actor: { sub: 'j.patel' },
      confirmedBy: { sub: 's.cole' },
    });
    expect(last?.metadata).toMatchObject({
      causationId: next?.id,
      actor: { sub: 'j.patel' },
      confirmedBy: { sub: 'n.team' },
      recordedAt: aug3,
    });
  });

  it('R2: the open proposal tells who has confirmed it; the first one is confirmed', () => {
    expect(practiceAnswer(second.state, reference, '2012-08-02', true)?.proposals).toMatchObject([
      {
        confirmer: 'NAT',
        proposedBy: { name: 'J Patel' },
        confirmedBy: [{ name: 'S Cole', role: 'PCT', org: '5ZZ' }],
      },
    ]);
    expect(
      Object.values(second.state.proposals)
        .map(({ status }) => status)
        .slice(-2),
    ).toEqual(['CONFIRMED', 'OPEN']);
  });

  it('R2, R10: lateness is judged on the day of the first proposal', () => {
    const late = second.whenConfirmed(national, '2012-12-03T12:00:00.000Z').decided.decision;
    expect(late.kind).toBe('accepted');
    expect(JSON.stringify(late)).not.toContain('LATE_ENTRY');
  });

  it('R13: asked for again while it waits for the second or the third, it adds nothing', () => {
    proposed.when('record-data-destroyed', destruction, patel, aug2).thenNothing();
    second.when('record-data-destroyed', destruction, cole, aug3).thenNothing();
  });

  it('X6, I14: only of a system whose service has ended, and once', () => {
    given(...workedUntil('noticeGiven'))
      .when('record-data-destroyed', { ...destruction, effectiveDate: '2009-06-20' }, patel)
      .thenRefused('SERVICE_NOT_ENDED');
    kept.when('record-data-destroyed', destruction, hart).thenRefused('ROLE_NOT_ALLOWED');
    kept
      .when('record-data-destroyed', { ...destruction, instanceId: 'X9' }, patel)
      .thenRefused('INSTANCE_UNKNOWN');
    const destroyed = second.andConfirmed(national, aug3);
    destroyed
      .when('record-data-destroyed', { ...destruction, effectiveDate: '2012-08-03' }, patel)
      .thenRefused('DATA_DESTROYED');
    destroyed
      .when(
        'record-data-destroyed',
        { ...destruction, certificate: { title: 'Copy', sha256: 'd'.repeat(64) } },
        patel,
      )
      .thenNothing();
  });

  it('X6, C2: access to the audit trail has ended, and a retention that is still charged is to be ended', () => {
    const destroyed = second.andConfirmed(national, aug3);
    expect(auditAccessOn(destroyed.state, 'E1', '2012-07-31')).toBe('DATR');
    expect(auditAccessOn(destroyed.state, 'E1', '2012-08-01')).toBe('ENDED');
    const found = (scene: typeof destroyed, on: string) =>
      findings(scene.state, reference, on).filter(({ code }) => code === 'RETENTION_TO_REVIEW');
    expect(found(destroyed, '2012-07-31')).toEqual([]);
    expect(found(destroyed, '2012-08-01')).toMatchObject([
      {
        rule: 'X6',
        message:
          'The data and audit trail of E1 were destroyed on 2012-08-01, and the option DATR is ordered without end: end it.',
        instanceId: 'E1',
      },
    ]);
    const ended = destroyed.and(
      command('end-retention', { effectiveDate: '2012-08-03', instanceId: 'E1', until: '2012-08-04' }),
    );
    expect(found(ended, '2012-08-04')).toHaveLength(1);
    expect(found(ended, '2012-08-05')).toEqual([]);
  });

  it('X6: after it nobody holds the data, and no access is possible', () => {
    const destroyed = second.andConfirmed(national, aug3);
    expect(spans(destroyed).slice(2)).toEqual([
      ['2011-10-01', '2012-07-31', 'RETENTION', 'EMIS'],
      ['2012-08-01', null, 'DESTROYED', null],
    ]);
    const request = {
      effectiveDate: '2012-08-03',
      instanceId: 'E1',
      purposeClass: 'CORONER',
      period: { from: '2009-03-01', until: '2009-03-11' },
      onWhoseAuthority: 'The coroner',
    } as const;
    destroyed.when('request-audit-access', request, reed).thenRefused('AUDIT_ACCESS_IMPOSSIBLE');
    destroyed
      .when('record-data-holder', { ...holding, effectiveDate: '2012-08-01' }, patel)
      .thenRefused('DATA_DESTROYED');
    destroyed
      .when('record-data-holder', { ...holding, effectiveDate: '2012-07-31', reason: 'Found late' }, patel)
      .thenEvents([{ type: 'SourceDataHeldBy' }]);
    expect(codes(destroyed, '2012-08-03')).not.toContain('NO_DATA_HOLDER');
  });

  it('R2: what was confirmed first is so already for who confirmed it', () =>
    second.whenConfirmed(cole, aug3).thenRefused('SECOND_PERSON_REQUIRED'));

  it('I14: confirmed by all at once in a given stream, the state has it', () => {
    const steps = confirmed(confirmed(command('record-data-destroyed', destruction, patel), cole), national);
    expect(kept.and(steps).state.destroyed['E1']?.certificate.title).toBe('Certificate of destruction');
  });
});
