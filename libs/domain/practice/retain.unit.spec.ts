import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  otherPct,
  otherPractice,
  patel,
  reed,
  reference,
  withParameters,
  withSupplier,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import type { Reference } from '../reference.js';

const retain = { effectiveDate: '2008-05-01', instanceId: 'E1' };
const letter = [{ title: 'Letter of the practice', sha256: 'a'.repeat(64) }];
const installed = given(...workedUntil('installed'));
const local = {
  effectiveDate: '2008-04-10',
  instanceId: 'L1',
  level: 1,
  contract: 'GPSOC',
  hosting: 'LOCAL_SERVER',
  chooseAndBook: true,
  etp: true,
  productId: 'Seetec.GP-ENTERPRISE',
} as const;

describe('retain-system', () => {
  it('S1, S6: a practice on a compliant system on a Call-Off retains it, centrally funded', () =>
    installed
      .when('retain-system', { ...retain, upgradePath: 'EMIS Web when it is compliant' }, reed)
      .thenEvents([
        { type: 'SystemRetained', payload: { ods: 'A00001', instanceId: 'E1', fundingBasis: 'CENTRAL' } },
      ]));
  it('S4, A28: a system that is not compliant is retained at local cost', () =>
    installed
      .and(command('register-instance', local))
      .when('retain-system', { ...retain, instanceId: 'L1' })
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'LOCAL_ONLY' } }]));
  it('S7: centrally funded from the day on which it joined the Call-Off', () =>
    installed
      .when('retain-system', { ...retain, effectiveDate: '2008-04-01' })
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'CENTRAL' } }]));
  it('A28: a compliant system on no Call-Off is retained at local cost', () =>
    installed
      .and(command('register-instance', { ...local, productId: 'INPS.VISION-3', level: 3 }))
      .when('retain-system', { ...retain, instanceId: 'L1' })
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'LOCAL_ONLY' } }]));
  it('X1: without a PCT-Practice Agreement in force it is retained at local cost; a PCTMS practice needs none (X9)', () => {
    const ended = installed.and(
      command('end-pct-practice-agreement', { effectiveDate: '2008-04-30' }, patel),
    );
    const on = (effectiveDate: string, fundingBasis: string, practice = ended) =>
      practice
        .when('retain-system', { ...retain, effectiveDate })
        .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis } }]);
    on('2008-04-30', 'CENTRAL');
    on('2008-05-01', 'LOCAL_ONLY');
    const contractorType = 'PCTMS' as const;
    const pctms = command('record-contractor-type', { effectiveDate: '2008-05-01', contractorType }, patel);
    on('2008-05-01', 'CENTRAL', ended.and(pctms));
  });
  it('A29: while the national team suspends its central funding it is retained at local cost', () => {
    const suspended = withSupplier(reference, 'EMIS', {
      name: 'suspend-central-funding',
      body: { effectiveDate: '2008-05-01', productId: 'EMIS.EMIS-LV', reason: 'Level 2 lost' },
    });
    const on = (effectiveDate: string, fundingBasis: string) =>
      inReference(suspended, ...workedUntil('installed'))
        .when('retain-system', { ...retain, effectiveDate })
        .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis } }]);
    on('2008-04-30', 'CENTRAL');
    on('2008-05-01', 'LOCAL_ONLY');
  });
  describe('A28, A29: a system on a Call-Off that lost its level is retained on the basis that funding answers', () => {
    const lost = withSupplier(reference, 'EMIS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2008-05-01', productId: 'EMIS.EMIS-LV', level: 1 },
    });
    const retained = (facts: Reference, effectiveDate: string) => {
      const outcome = inReference(facts, ...workedUntil('installed')).when('retain-system', {
        ...retain,
        effectiveDate,
      });
      const { state, events } = outcome.decided.history;
      const licence = fundingTimeline(state, facts).findLast(
        ({ row, from }) => row === 'SOFTWARE_LICENCE' && from <= effectiveDate,
      );
      return [events.at(-1)?.payload, licence];
    };

    it('A29: FLAG: centrally, for funding stops by a national decision only', () =>
      expect(retained(lost, '2008-05-02')).toMatchObject([
        { fundingBasis: 'CENTRAL' },
        { payer: 'CENTRAL' },
      ]));
    it('A29: SUSPEND: locally, from the day on which the level is lost', () => {
      const suspending = withParameters(lost, { 'compliance.lossEffect': 'SUSPEND' });
      expect(retained(suspending, '2008-04-30')).toMatchObject([{ fundingBasis: 'CENTRAL' }, {}]);
      expect(retained(suspending, '2008-05-01')).toMatchObject([
        { fundingBasis: 'LOCAL_ONLY' },
        { reason: 'FUNDING_SUSPENDED' },
      ]);
    });
  });
  it('S6, A3: the payer of its licence decides, whatever another row’s is', () => {
    const { policy } = reference;
    const sets = policy.sets.map((set) => ({
      ...set,
      whoPays: { ...set.whoPays, SOFTWARE_LICENCE: 'COMMISSIONER' as const },
    }));
    inReference({ ...reference, policy: { ...policy, sets } }, ...workedUntil('installed'))
      .when('retain-system', retain)
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'LOCAL_ONLY' } }]);
  });
  it('A16: a system whose order is cancelled after go-live is retained at local cost', () => {
    const live = given(
      ...workedUntil('live'),
      command('cancel-order', { effectiveDate: '2009-03-16', trackingRef: 'TRACK-0001' }),
    );
    const on = (effectiveDate: string, fundingBasis: string) =>
      live
        .when('retain-system', { effectiveDate, instanceId: 'V1' }, reed, '2009-03-16T12:00:00.000Z')
        .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis } }]);
    on('2009-03-15', 'CENTRAL');
    on('2009-03-16', 'LOCAL_ONLY');
  });
  it('S9: a retain decision never blocks a later migration', () =>
    given(...workedUntil('retained'))
      .when('request-migration', { effectiveDate: '2008-04-02', sourceInstanceId: 'E1', reasons: ['Slow'] })
      .thenEvents([{ type: 'MigrationRequested' }]));
  it('C3: the PCT records it for the practice with evidence only', () => {
    installed.when('retain-system', retain, patel).thenRefused('EVIDENCE_REQUIRED');
    installed
      .when('retain-system', { ...retain, evidence: letter }, patel)
      .thenEvents([{ type: 'SystemRetained' }]);
  });
  it('R13: decided so already by the other party adds nothing', () =>
    given(...workedUntil('retained'))
      .when('retain-system', { effectiveDate: '2008-04-01', instanceId: 'E1', evidence: letter }, patel)
      .thenNothing());
  it('I1: not during an open migration', () =>
    given(...workedUntil('requested'))
      .when('retain-system', { ...retain, effectiveDate: '2008-11-12' })
      .thenRefused('MIGRATION_OPEN'));
  it('I1, R10: not on a day on which one was open, however late it is recorded', () => {
    const live = given(...workedUntil('live'));
    const late = '2009-04-01T12:00:00.000Z';
    const on = (effectiveDate: string) => ({ ...retain, effectiveDate, reason: 'Found late' });
    live.when('retain-system', on('2008-11-09'), reed, late).thenEvents([{ type: 'SystemRetained' }]);
    live.when('retain-system', on('2008-11-10'), reed, late).thenRefused('MIGRATION_OPEN');
    live.when('retain-system', on('2009-03-10'), reed, late).thenRefused('MIGRATION_OPEN');
    live
      .when('retain-system', { ...on('2009-03-11'), instanceId: 'V1' }, reed, late)
      .thenEvents([{ type: 'SystemRetained' }]);
    const refused = given(...workedUntil('needDecided')).and(
      command('refuse-change', { effectiveDate: '2008-12-01', grounds: ['Cost'] }),
    );
    const { decision } = refused.when(
      'retain-system',
      on('2008-11-30'),
      reed,
      '2008-12-02T12:00:00.000Z',
    ).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'MIGRATION_OPEN',
        because: 'The migration requested on 2008-11-10 was open on 2008-11-30.',
      },
    });
  });
  it('I1: a refused migration is closed by it', () => {
    const refused = given(...workedUntil('needDecided')).and(
      command('refuse-change', { effectiveDate: '2008-12-01', grounds: ['Cost'] }),
    );
    const outcome = refused.when('retain-system', { ...retain, effectiveDate: '2008-12-02' });
    outcome.thenEvents([{ type: 'SystemRetained' }]);
    expect(outcome.decided.history.state.migrations.map(({ status }) => status)).toEqual(['CLOSED']);
  });
  it('S25: a system that the practice has left is kept by an option of retention, and not retained', () => {
    const live = given(...workedUntil('live'));
    const late = '2009-03-14T12:00:00.000Z';
    const on = (effectiveDate: string) =>
      live.when('retain-system', { ...retain, effectiveDate }, reed, late);
    on('2009-03-11').thenRefused('SYSTEM_LEFT');
    expect(on('2009-03-14').decided.decision).toMatchObject({
      refusal: { because: 'The practice left E1 by the go-live of 2009-03-11.' },
    });
    const cause = 'Repeat prescriptions fail';
    live
      .and(confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause }, reed), patel))
      .when('retain-system', { ...retain, effectiveDate: '2009-05-01' })
      .thenEvents([{ type: 'SystemRetained', payload: { fundingBasis: 'CENTRAL' } }]);
  });
  it('R6: a system not yet in service is not retained', () =>
    installed
      .when('retain-system', { ...retain, effectiveDate: '2008-03-31' }, reed, '2008-04-02T12:00:00.000Z')
      .thenRefused('INSTANCE_NOT_IN_LIFE'));
  it('S6: an instance that is not there is named', () =>
    installed.when('retain-system', { ...retain, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN'));
  it('I2: another practice or PCT may not', () => {
    installed.when('retain-system', retain, otherPractice).thenRefused('NOT_YOUR_PRACTICE');
    installed
      .when('retain-system', { ...retain, evidence: letter }, otherPct)
      .thenRefused('NOT_YOUR_PRACTICE');
  });
});
