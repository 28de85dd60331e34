import { command, given } from '#testing/decisions.js';
import { national, patel } from '#testing/fixture.js';
import { linesOf, stepsOf } from '#testing/next-steps.js';
import { workedUntil } from '#testing/worked-data-set.js';

const orgsOf = (steps: ReturnType<typeof stepsOf>) => [
  ...new Set(steps.map(({ actor: { role, org } }) => `${role} ${org}`)),
];

describe('S37: whose the steps are', () => {
  it('X6: of a supplier that holds an old system’s data too, but of no other holder', () => {
    const ended = given(...workedUntil('serviceEnded'));
    const day = { effectiveDate: '2009-08-10', instanceId: 'E1' };
    const holding = { ...day, locationClass: 'ARCHIVE', format: 'Tape' } as const;
    const held = ended.and(
      command('record-data-holder', { ...holding, holder: { kind: 'PRACTICE', org: 'A00001' } }, patel),
      command('record-data-holder', { ...holding, holder: { kind: 'SUPPLIER', org: 'Microtest' } }, patel),
    );
    const steps = stepsOf(held, '2009-08-12');
    expect(orgsOf(steps).filter((org) => org.startsWith('SUP'))).toEqual([
      'SUP EMIS',
      'SUP INPS',
      'SUP Microtest',
    ]);
    expect(linesOf(steps, 'record-data-holder')).toContain('SUP Microtest record-data-holder E1 - ACCEPT');
  });

  it('I2: of no PCT where none is on file, and the national team names one', () => {
    const registered = given(
      command('register-practice', { effectiveDate: '2006-10-01', name: 'Fictional Surgery' }, national),
    );
    const steps = stepsOf(registered, '2006-10-02');
    expect(orgsOf(steps)).toEqual(['NAT NATIONAL', 'PR A00001']);
    expect(linesOf(steps, 'change-commissioner')).toEqual(['NAT NATIONAL change-commissioner - ACCEPT']);
  });

  it('S1: of a practice that is not on the register, the national team registers it and nothing else can be done', () => {
    const steps = stepsOf(given(), '2008-04-01');
    const can = steps.filter((step) => 'can' in step);
    expect(linesOf(can, 'register-practice')).toEqual(['NAT NATIONAL register-practice - ACCEPT']);
    expect(can).toHaveLength(1);
  });
});
