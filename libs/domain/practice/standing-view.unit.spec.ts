import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import { standingOn } from './standing-view.js';

describe('F10 X1 X9: what a practice is beside its systems', () => {
  const on = (day: string, ...events: readonly Told[]) =>
    standingOn(practiceAfter(W.registered, ...events), day);
  const at = (effectiveDate: string) => ({ effectiveDate });

  it('F10: what it was merged into, and what it took over, each from its day on', () => {
    const events = [
      told('PracticesMerged', { ...at('2010-03-31'), into: 'A00002' }),
      told('PracticeTakenOver', { ...at('2009-04-01'), predecessor: 'A00003', kind: 'SPLIT' }),
    ];
    expect(on('2009-03-31', ...events)).toMatchObject({ successors: [], predecessors: [] });
    expect(on('2010-03-30', ...events).successors).toEqual([]);
    expect(on('2010-03-31', ...events).successors).toStrictEqual([
      { kind: 'MERGER', into: ['A00002'], on: '2010-03-31', rule: 'F10', events: ['PracticesMerged'] },
    ]);
    expect(on('2009-04-01', ...events).predecessors).toStrictEqual([
      {
        ods: 'A00003',
        kind: 'SPLIT',
        from: '2009-04-01',
        instances: [],
        rule: 'F10',
        events: ['PracticeTakenOver'],
      },
    ]);
  });
  it('X1: its agreement, with what ended it', () => {
    const signed = told('PctPracticeAgreementSigned', { ...at('2008-04-01'), pct: '5ZZ' });
    const ended = told('PctPracticeAgreementEnded', { ...at('2009-03-31'), pct: '5ZZ' });
    const agreement = { pct: '5ZZ', from: '2008-04-01', rule: 'X1' };
    const events = ['PctPracticeAgreementSigned'];
    expect(on('2008-03-31', signed).agreement).toBeNull();
    expect(on('2008-04-01', signed).agreement).toStrictEqual({ ...agreement, until: null, events });
    expect(on('2009-03-31', signed, ended).agreement).toStrictEqual({
      ...agreement,
      until: '2009-03-31',
      events: [...events, 'PctPracticeAgreementEnded'],
    });
    expect(on('2009-04-01', signed, ended).agreement).toBeNull();
  });
  it('X9: its kind of contract', () => {
    const recorded = told('ContractorTypeRecorded', { ...at('2008-04-01'), contractorType: 'PCTMS' });
    expect(on('2008-03-31', recorded).contractorType).toBeNull();
    expect(on('2008-04-01', recorded).contractorType).toStrictEqual({
      type: 'PCTMS',
      from: '2008-04-01',
      rule: 'X9',
      events: ['ContractorTypeRecorded'],
    });
  });
});
