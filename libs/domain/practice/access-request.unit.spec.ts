import { command, given, inReference } from '#testing/decisions.js';
import {
  hart,
  idOf,
  moss,
  otherPct,
  patel,
  reed,
  reference,
  successor,
  withSupplier,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { auditAccessOn } from './audit-access.js';
import { practiceCommands } from './commands.js';
import { findings } from './findings/index.js';

const all = given(...workedUntil('rehomed'));
const request = {
  effectiveDate: '2014-05-14',
  instanceId: 'E1',
  purposeClass: 'MEDICO_LEGAL_CLAIM',
  period: { from: '2009-03-01', until: '2009-03-11' },
  onWhoseAuthority: 'The practice, as data controller',
} as const;
const asked = all.and(command('request-audit-access', request, reed));
const given_ = { effectiveDate: '2014-05-20', requestId: idOf(35), chargePence: 0 };
const failed = { effectiveDate: '2014-05-20', requestId: idOf(35), cause: 'MEDIA_UNREADABLE' } as const;
const gap = ({ state }: typeof all, on: string) =>
  findings(state, reference, on).filter(({ code, rule }) => code === 'AUDIT_ACCESS_GAP' && rule === 'F9');

/** EMIS with terms that leave two accesses a year free. */
const twoFree = withSupplier(reference, 'EMIS', {
  name: 'publish-retention-terms',
  body: {
    effectiveDate: '2009-04-01',
    terms: [
      {
        option: 'DATR',
        availability: { kind: 'PERPETUAL_ANNUAL' },
        yearlyPence: null,
        freeAccessesPerYear: 2,
      },
    ],
  },
});

describe('request-audit-access', () => {
  it('S27: years later, by the practice or whoever is its commissioner then', () => {
    all
      .when('request-audit-access', request, reed)
      .thenEvents([{ type: 'AuditAccessRequested', payload: { ...request, requestId: idOf(35) } }]);
    all.when('request-audit-access', request, successor).thenEvents([{ type: 'AuditAccessRequested' }]);
    all.when('request-audit-access', request, patel).thenRefused('NOT_YOUR_PRACTICE');
    all.when('request-audit-access', request, otherPct).thenRefused('NOT_YOUR_PRACTICE');
    all.when('request-audit-access', request, hart).thenRefused('ROLE_NOT_ALLOWED');
  });

  it('S27, I2: the successor acts for the old commissioner on a day that was its own', () => {
    const late = { ...request, effectiveDate: '2013-03-01', reason: 'Found late' };
    all
      .when('request-audit-access', late, patel, '2013-03-10T12:00:00.000Z')
      .thenEvents([{ type: 'AuditAccessRequested' }]);
  });

  it('S31, A22: under any option, and under none', () => {
    given(...workedUntil('live'))
      .when('request-audit-access', { ...request, effectiveDate: '2009-03-16' }, reed)
      .thenEvents([{ type: 'AuditAccessRequested' }]);
    given(...workedUntil('serviceEnded'))
      .when('request-audit-access', { ...request, effectiveDate: '2009-09-01' }, reed)
      .thenEvents([{ type: 'AuditAccessRequested' }]);
    all
      .and(
        command(
          'end-retention',
          { effectiveDate: '2013-09-02', instanceId: 'E1', until: '2013-09-30' },
          successor,
        ),
      )
      .when('request-audit-access', request, reed)
      .thenEvents([{ type: 'AuditAccessRequested' }]);
  });

  it('X10: always on somebody’s authority', () => {
    const { onWhoseAuthority: _left, ...without } = request;
    expect(practiceCommands['request-audit-access'].safeParse(without).success).toBe(false);
    expect(asked.state.accessRequests[0]?.onWhoseAuthority).toBe('The practice, as data controller');
  });

  it('I15: names a class of purpose, and no patient', () => {
    const schema = practiceCommands['request-audit-access'];
    expect(schema.safeParse({ ...request, purposeClass: 'The Smith family' }).success).toBe(false);
    expect(schema.safeParse({ ...request, patient: 'J Smith' }).success).toBe(false);
    for (const number of ['943 476 5919', '9434765919', '943-476-5919'])
      expect(schema.safeParse({ ...request, onWhoseAuthority: `Of ${number}` }).error?.issues).toMatchObject([
        { message: 'must not hold an NHS number: the register takes no patient data (I15)' },
      ]);
    expect(schema.safeParse({ ...request, reason: 'Of 943 476 5919' }).success).toBe(false);
  });

  it('S26: the records of days that another system held are asked of that system', () => {
    all
      .when('request-audit-access', { ...request, period: { from: '2009-08-01', until: '2009-12-31' } }, reed)
      .thenRefused('PERIOD_NOT_HELD');
    all
      .when('request-audit-access', { ...request, period: { from: '2008-01-01', until: '2008-03-31' } }, reed)
      .thenRefused('PERIOD_NOT_HELD');
    all
      .when('request-audit-access', { ...request, period: { from: '2009-07-31', until: '2009-12-31' } }, reed)
      .thenEvents([{ type: 'AuditAccessRequested' }]);
    given(...workedUntil('targetInstalled'))
      .when('request-audit-access', { ...request, instanceId: 'V1', effectiveDate: '2009-03-10' }, reed)
      .thenRefused('PERIOD_NOT_HELD');
  });

  it('S27: of days that have been', () => {
    for (const period of [
      { from: '2009-03-11', until: '2009-03-10' },
      { from: '2014-05-15', until: '2014-05-16' },
    ])
      all.when('request-audit-access', { ...request, period }, reed).thenRefused('DATE_ORDER');
    all.when('request-audit-access', { ...request, instanceId: 'X9' }, reed).thenRefused('INSTANCE_UNKNOWN');
  });
});

describe('fulfil-audit-access', () => {
  it('S31: is recorded by the supplier that holds the trail, at its charge', () => {
    asked.when('fulfil-audit-access', given_, hart).thenEvents([
      {
        type: 'AuditAccessFulfilled',
        payload: { instanceId: 'E1', chargePence: 0, nthOfFreeAllowance: null, freeAllowance: null },
      },
    ]);
    asked.when('fulfil-audit-access', given_, moss).thenRefused('NOT_THE_HOLDER');
    asked.when('fulfil-audit-access', given_, reed).thenRefused('NOT_THE_HOLDER');
    asked.when('fulfil-audit-access', given_, successor).thenRefused('NOT_THE_HOLDER');
  });

  it('S31, X6: or by whoever else holds it: the practice under single-user retention, one on record', () => {
    const single = given(...workedUntil('serviceEnded')).and(
      command('request-audit-access', { ...request, effectiveDate: '2009-09-01' }, reed),
    );
    const answer = { effectiveDate: '2009-09-02', requestId: idOf(33), chargePence: 0 };
    single.when('fulfil-audit-access', answer, reed).thenEvents([{ type: 'AuditAccessFulfilled' }]);
    single.when('fulfil-audit-access', answer, patel).thenRefused('NOT_THE_HOLDER');
    const moved = (holder: { kind: 'SUPPLIER'; org: string } | { kind: 'OTHER'; name: string }) =>
      single.and(
        command(
          'record-data-holder',
          {
            effectiveDate: '2009-09-02',
            instanceId: 'E1',
            holder,
            locationClass: 'ARCHIVE',
            format: 'Tape',
          },
          patel,
        ),
      );
    moved({ kind: 'SUPPLIER', org: 'INPS' })
      .when('fulfil-audit-access', answer, moss)
      .thenEvents([{ type: 'AuditAccessFulfilled' }]);
    moved({ kind: 'OTHER', name: 'A county archive' })
      .when('fulfil-audit-access', answer, patel)
      .thenEvents([{ type: 'AuditAccessFulfilled' }]);
    moved({ kind: 'OTHER', name: 'A county archive' })
      .when('fulfil-audit-access', answer, reed)
      .thenRefused('NOT_THE_HOLDER');
  });

  it('S31, S32: counts the accesses of a calendar year against the terms in force; a charge within them is flagged', () => {
    const year = (day: string, until: string) => ({
      ...request,
      effectiveDate: day,
      period: { from: '2009-03-01', until },
    });
    const start = inReference(twoFree, ...workedUntil('rehomed'));
    const three = start.and(
      command('request-audit-access', year('2014-05-14', '2009-03-01'), reed),
      command('request-audit-access', year('2014-05-15', '2009-03-02'), reed),
      command('request-audit-access', year('2014-05-16', '2009-03-03'), reed),
      command('fulfil-audit-access', { ...given_, requestId: idOf(35) }, hart),
    );
    const next = { effectiveDate: '2014-06-20', requestId: idOf(36), chargePence: 2_500 };
    three.when('fulfil-audit-access', next, hart).thenEvents([
      {
        type: 'AuditAccessFulfilled',
        payload: { nthOfFreeAllowance: 2, freeAllowance: 2, flags: ['CHARGED_WITHIN_ALLOWANCE'] },
      },
    ]);
    const second = three.and(command('fulfil-audit-access', next, hart));
    const third = { effectiveDate: '2014-06-21', requestId: idOf(37), chargePence: 2_500 };
    second
      .when('fulfil-audit-access', third, hart)
      .thenEvents([{ type: 'AuditAccessFulfilled', payload: { nthOfFreeAllowance: 3, freeAllowance: 2 } }]);
    expect(JSON.stringify(second.when('fulfil-audit-access', third, hart).decided.decision)).not.toContain(
      'CHARGED_WITHIN_ALLOWANCE',
    );
    second
      .when('fulfil-audit-access', { ...third, effectiveDate: '2015-01-02', chargePence: 0 }, hart)
      .thenEvents([{ type: 'AuditAccessFulfilled', payload: { nthOfFreeAllowance: 1 } }]);
  });

  it('S31: once, after it was asked for, and of a request that there is', () => {
    asked
      .when(
        'fulfil-audit-access',
        { ...given_, effectiveDate: '2014-05-13' },
        hart,
        '2014-05-20T12:00:00.000Z',
      )
      .thenRefused('DATE_ORDER');
    asked
      .when('fulfil-audit-access', { ...given_, requestId: idOf(1) }, hart)
      .thenRefused('ACCESS_REQUEST_UNKNOWN');
    const done = asked.and(command('fulfil-audit-access', given_, hart));
    done
      .when('fulfil-audit-access', { ...given_, effectiveDate: '2014-05-21' }, hart)
      .thenRefused('ACCESS_ALREADY_FULFILLED');
    expect(practiceAnswer(done.state, reference, '2014-05-20', true)?.accessRequests).toEqual([
      {
        ...{ requestId: idOf(35), instanceId: 'E1', on: '2014-05-14', purposeClass: 'MEDICO_LEGAL_CLAIM' },
        ...{ period: request.period, onWhoseAuthority: request.onWhoseAuthority, status: 'FULFILLED' },
        fulfilled: {
          ...{ on: '2014-05-20', chargePence: 0, nthOfFreeAllowance: null, freeAllowance: null },
          ...{ rule: 'S31', events: [idOf(36)] },
        },
        failures: [],
        rule: 'S31',
        events: [idOf(35), idOf(36)],
      },
    ]);
    expect(practiceAnswer(done.state, reference, '2014-05-19', true)?.accessRequests[0]?.status).toBe('OPEN');
    expect(practiceAnswer(done.state, reference, '2014-05-14', true)?.accessRequests[0]?.status).toBe('OPEN');
    expect(practiceAnswer(done.state, reference, '2014-05-13', true)?.accessRequests).toEqual([]);
  });
});

describe('fail-audit-access', () => {
  const gone = asked.and(command('fail-audit-access', failed, hart));

  it('F9: opens a gap until the trail is given out', () => {
    asked
      .when('fail-audit-access', failed, hart)
      .thenEvents([{ type: 'AuditAccessFailed', payload: { instanceId: 'E1', cause: 'MEDIA_UNREADABLE' } }]);
    expect(gap(gone, '2014-05-19')).toEqual([]);
    expect(gap(gone, '2019-01-01')).toMatchObject([
      {
        instanceId: 'E1',
        events: [idOf(35), idOf(36)],
        message: expect.stringContaining('media unreadable'),
      },
    ]);
    expect(auditAccessOn(gone.state, 'E1', '2014-05-19')).toBe('DATR');
    expect(auditAccessOn(gone.state, 'E1', '2014-05-20')).toBe('GAP');
    const later = gone.and(command('fulfil-audit-access', { ...given_, effectiveDate: '2014-06-02' }, hart));
    expect(gap(later, '2014-06-01')).toHaveLength(1);
    expect(gap(later, '2014-06-02')).toEqual([]);
    expect(auditAccessOn(later.state, 'E1', '2014-06-02')).toBe('DATR');
  });

  it('F9, A22: or until another option is chosen, since the supplier cannot deliver', () => {
    const changed = gone.and(
      command(
        'change-retention',
        {
          effectiveDate: '2014-06-02',
          instanceId: 'E1',
          option: 'SINGLE_USER',
          from: '2014-06-03',
          payer: 'COMMISSIONER',
        },
        successor,
      ),
    );
    expect(changed.history.events.at(-1)?.type).toBe('RetentionOptionChanged');
    expect(gap(changed, '2014-06-01')).toHaveLength(1);
    expect(gap(changed, '2014-06-02')).toEqual([]);
  });

  it('F9: the supplier says it of its own, practice and PCT of any', () => {
    asked.when('fail-audit-access', failed, reed).thenEvents([{ type: 'AuditAccessFailed' }]);
    asked.when('fail-audit-access', failed, successor).thenEvents([{ type: 'AuditAccessFailed' }]);
    asked.when('fail-audit-access', failed, moss).thenRefused('NOT_THE_HOLDER');
    gone.when('fail-audit-access', { ...failed, reason: 'Told again' }, hart).thenNothing();
    gone
      .when('fail-audit-access', { ...failed, effectiveDate: '2014-05-21' }, hart)
      .thenEvents([{ type: 'AuditAccessFailed' }]);
    gone
      .when('fail-audit-access', { ...failed, effectiveDate: '2014-05-21', cause: 'DATA_NOT_FOUND' }, hart)
      .thenEvents([{ type: 'AuditAccessFailed' }]);
    expect(practiceAnswer(gone.state, reference, '2014-05-20', true)?.accessRequests).toMatchObject([
      {
        status: 'FAILED',
        failures: [{ on: '2014-05-20', cause: 'MEDIA_UNREADABLE', rule: 'F9', events: [idOf(36)] }],
      },
    ]);
  });

  it('R13: a cause that another of its day replaced is said again; one of another day stands', () => {
    const other = { ...failed, cause: 'DATA_NOT_FOUND' } as const;
    const nextDay = { ...other, effectiveDate: '2014-05-21' } as const;
    const replaced = gone.and(command('fail-audit-access', other, hart));
    replaced
      .when('fail-audit-access', failed, hart)
      .thenEvents([{ type: 'AuditAccessFailed', payload: { cause: 'MEDIA_UNREADABLE' } }]);
    replaced.when('fail-audit-access', other, hart).thenNothing();
    gone
      .and(command('fail-audit-access', nextDay, hart))
      .when('fail-audit-access', failed, hart)
      .thenNothing();
  });
});
