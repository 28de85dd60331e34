import { command, given } from '#testing/decisions.js';
import { reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { accessGaps, auditAccessOn, openFailure } from './audit-access.js';
import { findings } from './findings/index.js';

const all = given(...workedUntil('rehomed'));
const plain = given(...workedUntil('live')).and(
  command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
);
const order = {
  effectiveDate: '2009-03-24',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;

describe('A22: the days that no option covers', () => {
  it('A22, A25: are none where no option was ever chosen, which is told by itself', () => {
    expect(accessGaps(plain.state, 'E1')).toEqual([]);
    const codes = findings(plain.state, reference, '2009-07-01').map(({ code }) => code);
    expect(codes).toContain('NO_RETENTION_CHOSEN');
    expect(codes).not.toContain('AUDIT_ACCESS_GAP');
    expect(accessGaps(plain.state, 'X9')).toEqual([]);
  });

  it('A22: begin the day after service and options, and end the day before the next option', () => {
    const kept = plain.and(
      command('order-retention', { ...order, from: '2009-06-22', until: '2009-06-22' }),
      command('order-retention', { ...order, effectiveDate: '2009-06-23', from: '2009-06-24' }),
    );
    expect(accessGaps(kept.state, 'E1')).toEqual([
      { from: '2009-06-21', until: '2009-06-21' },
      { from: '2009-06-23', until: '2009-06-23' },
    ]);
    expect(
      ['2009-06-20', '2009-06-21', '2009-06-22', '2009-06-23', '2009-06-24'].map((on) =>
        auditAccessOn(kept.state, 'E1', on),
      ),
    ).toEqual(['SINGLE_USER', 'GAP', 'SINGLE_USER', 'GAP', 'SINGLE_USER']);
  });
});

describe('A22: the option that an audit trail is kept by', () => {
  it('A22: is that of the day, though the next is ordered by then', () => {
    expect(auditAccessOn(all.state, 'E1', '2011-09-30')).toBe('SINGLE_USER');
    expect(auditAccessOn(all.state, 'E1', '2011-10-01')).toBe('DATR');
  });

  it('A22: is the one chosen last, while the service runs and none has begun', () => {
    const anew = plain.and(
      command('order-retention', order),
      command('end-retention', { effectiveDate: '2009-03-24', instanceId: 'E1', until: '2009-03-24' }),
      command('order-retention', { ...order, effectiveDate: '2009-03-25', option: 'DATR' }),
    );
    expect(auditAccessOn(anew.state, 'E1', '2009-06-01')).toBe('DATR');
  });
});

describe('F9: an audit trail that was not given out', () => {
  it('F9: of two that failed at one time the one asked for last is told', () => {
    const request = {
      effectiveDate: '2014-05-14',
      instanceId: 'E1',
      purposeClass: 'MEDICO_LEGAL_CLAIM',
      period: { from: '2009-03-01', until: '2009-03-11' },
      onWhoseAuthority: 'The practice, as data controller',
    } as const;
    const asked = all.and(
      command('request-audit-access', request, reed),
      command('request-audit-access', { ...request, purposeClass: 'CORONER' }, reed),
    );
    const [first, second] = asked.state.accessRequests.map(({ requestId }) => requestId);
    const failed = [second, first].map((requestId) =>
      command(
        'fail-audit-access',
        { effectiveDate: '2014-05-20', requestId: requestId!, cause: 'MEDIA_UNREADABLE' },
        reed,
      ),
    );
    expect(openFailure(asked.and(...failed).state, 'E1', '2014-05-20')?.requestId).toBe(second);
  });
});
