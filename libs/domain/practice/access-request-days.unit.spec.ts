import { command, given, inReference } from '#testing/decisions.js';
import { dataDestroyed } from '#testing/destruction.js';
import { hart, idOf, moss, patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';

const all = given(...workedUntil('rehomed'));
const live = given(...workedUntil('live'));
const request = {
  effectiveDate: '2012-05-14',
  instanceId: 'E1',
  purposeClass: 'MEDICO_LEGAL_CLAIM',
  period: { from: '2009-03-01', until: '2009-03-11' },
  onWhoseAuthority: 'The practice, as data controller',
} as const;
const ask = (body: Partial<typeof request> = {}) =>
  command('request-audit-access', { ...request, ...body }, reed);
const of = (from: string, until: string) => ({ ...request, period: { from, until } });
const kept = given(...workedUntil('retentionChanged'));
const asked = kept.and(ask());
/** Asked for by the 34th command. */
const answer = { effectiveDate: '2012-05-20', requestId: idOf(34), chargePence: 0 };
const failed = { effectiveDate: '2012-05-20', requestId: idOf(34), cause: 'MEDIA_UNREADABLE' } as const;
const because = (text: string) => ({ kind: 'refused', refusal: { because: text } });

describe('S26, S27: the days whose audit trail is asked for', () => {
  it('S26: the first and the last day of the system, and the day of the request itself', () => {
    for (const period of [
      { from: '2008-04-01', until: '2008-04-01' },
      { from: '2008-03-01', until: '2008-04-01' },
      { from: '2009-07-31', until: '2009-07-31' },
    ])
      kept
        .when('request-audit-access', { ...request, period }, reed)
        .thenEvents([{ type: 'AuditAccessRequested' }]);
    live
      .when('request-audit-access', { ...of('2009-03-16', '2009-03-16'), effectiveDate: '2009-03-16' }, reed)
      .thenEvents([{ type: 'AuditAccessRequested' }]);
  });

  it('S26: the refusal names the days that the system held', () => {
    const refusal = (given_: typeof live, body: object) =>
      given_.when('request-audit-access', { ...request, ...body }, reed).decided.decision;
    expect(refusal(kept, of('2009-08-01', '2009-08-02'))).toMatchObject(
      because(
        'E1 held the records from 2008-04-01 to 2009-07-31, and none of those from 2009-08-01 to 2009-08-02.',
      ),
    );
    expect(refusal(live, { ...of('2008-03-01', '2008-03-31'), effectiveDate: '2009-03-16' })).toMatchObject(
      because('E1 held the records from 2008-04-01 on, and none of those from 2008-03-01 to 2008-03-31.'),
    );
    expect(
      given(...workedUntil('targetInstalled')).when(
        'request-audit-access',
        { ...request, instanceId: 'V1', effectiveDate: '2009-03-11' },
        reed,
      ).decided.decision,
    ).toMatchObject(
      because('V1 held the records on no day yet, and none of those from 2009-03-01 to 2009-03-11.'),
    );
  });

  it('I14, S27: from the day of the destruction on it cannot be asked for, nor given out', () => {
    const destroyed = asked.and(dataDestroyed('2012-06-01'));
    destroyed
      .when('request-audit-access', { ...request, effectiveDate: '2012-06-01' }, reed)
      .thenRefused('AUDIT_ACCESS_IMPOSSIBLE');
    destroyed
      .when(
        'request-audit-access',
        { ...request, effectiveDate: '2012-05-31' },
        reed,
        '2012-06-01T12:00:00.000Z',
      )
      .thenEvents([{ type: 'AuditAccessRequested' }]);
    destroyed
      .when('fulfil-audit-access', { ...answer, effectiveDate: '2012-06-01' }, hart)
      .thenRefused('AUDIT_ACCESS_IMPOSSIBLE');
    destroyed
      .when(
        'fulfil-audit-access',
        { ...answer, effectiveDate: '2012-05-31' },
        hart,
        '2012-06-01T12:00:00.000Z',
      )
      .thenEvents([{ type: 'AuditAccessFulfilled' }]);
  });
});

describe('S31: who holds the trail is named to whoever does not', () => {
  const told = (given_: typeof live, day: string, by = moss) =>
    given_.when('fulfil-audit-access', { ...answer, effectiveDate: day }, by).decided.decision;
  const held = (holder: { kind: 'OTHER'; name: string } | { kind: 'PCT'; org: string }) =>
    asked.and(
      command(
        'record-data-holder',
        { effectiveDate: '2012-05-16', instanceId: 'E1', holder, locationClass: 'ARCHIVE', format: 'Tape' },
        patel,
      ),
    );

  it('X6: an organisation by its code, any other by its name, or nobody', () => {
    const text = (holder: string) =>
      because(`On 2012-05-20 the audit trail of E1 is held by ${holder}, not by INPS.`);
    expect(told(asked, '2012-05-20')).toMatchObject(text('EMIS'));
    expect(told(held({ kind: 'PCT', org: '5ZZ' }), '2012-05-20')).toMatchObject(text('5ZZ'));
    expect(told(held({ kind: 'OTHER', name: 'A county archive' }), '2012-05-20')).toMatchObject(
      text('A county archive'),
    );
    const stopped = asked.and(
      command('end-retention', { effectiveDate: '2012-05-16', instanceId: 'E1', until: '2012-05-17' }),
    );
    expect(told(stopped, '2012-05-20')).toMatchObject(text('nobody on record'));
  });

  it('S31: a practice holds it under single-user retention alone, a PCT what is not a supplier’s or a practice’s', () => {
    const archive = held({ kind: 'OTHER', name: 'A county archive' });
    archive.when('fulfil-audit-access', answer, patel).thenEvents([{ type: 'AuditAccessFulfilled' }]);
    archive.when('fulfil-audit-access', answer, reed).thenRefused('NOT_THE_HOLDER');
    asked.when('fulfil-audit-access', answer, reed).thenRefused('NOT_THE_HOLDER');
  });
});

describe('S31, S32: the free accesses of a year', () => {
  const free = (freeAccessesPerYear: number) =>
    withSupplier(reference, 'EMIS', {
      name: 'publish-retention-terms',
      body: {
        effectiveDate: '2009-04-01',
        terms: [
          {
            option: 'DATR',
            availability: { kind: 'PERPETUAL_ANNUAL' },
            yearlyPence: null,
            freeAccessesPerYear,
          },
        ],
      },
    });
  const payload = (freeAccesses: number | null, chargePence: number) => {
    const facts = freeAccesses === null ? reference : free(freeAccesses);
    const { decision } = inReference(facts, ...workedUntil('retentionChanged'), ask()).when(
      'fulfil-audit-access',
      { ...answer, chargePence },
      hart,
    ).decided;
    return decision.kind === 'accepted' ? decision.events[0]?.payload : decision;
  };

  it('S31: a charge of a penny within them is flagged, none is not, nor one beyond or without terms', () => {
    expect(payload(1, 1)).toMatchObject({ nthOfFreeAllowance: 1, flags: ['CHARGED_WITHIN_ALLOWANCE'] });
    expect(payload(1, 0)).not.toHaveProperty('flags');
    expect(payload(0, 1)).not.toHaveProperty('flags');
    expect(payload(null, 1)).not.toHaveProperty('flags');
    expect(payload(null, 1)).toMatchObject({ nthOfFreeAllowance: null, freeAllowance: null });
  });
});

describe('F9, R13: a failure that is told once more', () => {
  const gone = asked.and(command('fail-audit-access', failed, hart));
  const twice = gone.and(command('fail-audit-access', { ...failed, cause: 'DATA_NOT_FOUND' }, hart));

  it('R13: is the same by the last that was told, its day and its cause', () => {
    gone.when('fail-audit-access', { ...failed, reason: 'Again' }, reed).thenNothing();
    twice
      .when('fail-audit-access', { ...failed, cause: 'DATA_NOT_FOUND', reason: 'Again' }, reed)
      .thenNothing();
  });

  it('S31: not before it was asked for, on that day at the earliest', () => {
    asked
      .when('fail-audit-access', { ...failed, effectiveDate: '2012-05-13' }, hart, '2012-05-14T12:00:00.000Z')
      .thenRefused('DATE_ORDER');
    asked
      .when('fail-audit-access', { ...failed, effectiveDate: '2012-05-14' }, hart)
      .thenEvents([{ type: 'AuditAccessFailed' }]);
    all
      .when('fail-audit-access', failed, hart, '2012-05-20T12:00:00.000Z')
      .thenRefused('ACCESS_REQUEST_UNKNOWN');
  });
});
