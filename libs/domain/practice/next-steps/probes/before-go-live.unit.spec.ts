import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { linesOf, stepsOf } from '#testing/next-steps.js';
import { workedUntil } from '#testing/worked-data-set.js';

const agreed = given(...workedUntil('agreed'));

describe('S11 S13: while a business case is asked for', () => {
  it('the practice submits it with an estimate, and the PCT has none to return yet', () => {
    const steps = stepsOf(given(...workedUntil('needDecided')), '2008-11-17');
    expect(linesOf(steps, 'submit-business-case', 'return-business-case', 'agree-change')).toEqual([
      'PR A00001 submit-business-case - ACCEPT ESTIMATE_UNCLASSIFIED',
      'PCT 5ZZ return-business-case - BUSINESS_CASE_MISSING S11',
      'PCT 5ZZ agree-change - BUSINESS_CASE_MISSING S11',
    ]);
  });
});

describe('S16: once a selection is completed', () => {
  it('whichever system won can be selected, and needs nothing', () => {
    const winner = 'Microtest.EVOLUTION';
    const won = agreed.and(
      confirmed(
        command('complete-selection', { effectiveDate: '2009-01-09', winner, candidates: [winner] }, patel),
        reed,
      ),
    );
    expect(linesOf(stepsOf(won, '2009-01-12'), 'select-system').slice(0, 3)).toEqual([
      'PR A00001 select-system FRAMEWORK - PROPOSE',
      'PR A00001 select-system SAME_SUPPLIER - SELECTION_MISSING S16',
      'PR A00001 select-system LSP - PROPOSE',
    ]);
  });
});

describe('R6: the target of a migration', () => {
  it('A14: can be registered under the LSP contract where an LSP’s system was selected', () => {
    const day = { effectiveDate: '2009-01-16' };
    const lsp = agreed.and(
      confirmed(command('select-system', { ...day, productId: 'TPP.SYSTMONE', kind: 'LSP' }, patel), reed),
    );
    expect(linesOf(stepsOf(lsp, '2009-01-19'), 'register-instance')).toEqual([
      'PCT 5ZZ register-instance TARGET_OF_MIGRATION - ACCEPT',
      'PCT 5ZZ register-instance - ACCEPT',
    ]);
  });
  it('S2: can be registered still where its product has lost its level since', () => {
    const lost = withSupplier(reference, 'INPS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2009-02-01', productId: 'INPS.VISION-3', level: null },
    });
    const steps = stepsOf(inReference(lost, ...workedUntil('ordered')), '2009-02-02');
    expect(linesOf(steps, 'register-instance')).toEqual([
      'PCT 5ZZ register-instance TARGET_OF_MIGRATION - ACCEPT',
      'PCT 5ZZ register-instance - ACCEPT',
    ]);
  });
});

describe('S23: of problems with obtaining data', () => {
  const day = { effectiveDate: '2009-01-27' };
  const raised = given(...workedUntil('ordered')).and(
    command('raise-data-access-problem', { ...day, problem: 'No extract of the audit trail' }),
  );
  const problemId = raised.state.migrations[0]!.problems[0]!.raised.eventId;
  const resolved = raised.and(
    command('resolve-data-access-problem', { ...day, problemId, resolution: 'On a tape' }),
  );
  const lines = (of: typeof raised) =>
    linesOf(stepsOf(of, '2009-01-28'), 'escalate-data-access-problem', 'resolve-data-access-problem');

  const ofAnOpenOne = [
    'PR A00001 escalate-data-access-problem - ACCEPT',
    'PCT 5ZZ escalate-data-access-problem - ACCEPT',
    'SUP EMIS escalate-data-access-problem - ACCEPT',
    'SUP INPS escalate-data-access-problem - ACCEPT',
    'NAT NATIONAL resolve-data-access-problem - ACCEPT',
    'PR A00001 resolve-data-access-problem - ACCEPT',
  ];

  it('F4: one that is open can be escalated by each, and resolved by the national team and whoever raised it', () =>
    expect(lines(raised)).toEqual(ofAnOpenOne));
  it('once one is resolved the next is told alone, and of nobody else’s is it said to be resolved', () => {
    const again = resolved.and(
      command(
        'raise-data-access-problem',
        { ...day, problem: 'No documents' },
        undefined,
        '2009-01-27T13:00:00.000Z',
      ),
    );
    expect(lines(again)).toEqual(ofAnOpenOne);
    expect(lines(resolved)[0]).toBe('PR A00001 escalate-data-access-problem - PROBLEM_ALREADY_RESOLVED S23');
  });
});
