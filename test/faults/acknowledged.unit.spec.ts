import { faultsIn } from './acknowledged.js';

const event = (id: string, stream: string, revision: number, commandId: string) => ({
  id,
  stream,
  revision,
  metadata: { commandId },
});
const events = [
  event('a', 'practice-A00001', 0, 'one'),
  event('b', 'practice-A00001', 1, 'one'),
  event('c', 'practice-A00001', 2, 'two'),
  event('d', 'practice-A00002', 0, 'three'),
];
const asked = new Set(['one', 'two', 'three', 'four']);
const acknowledged = [
  { commandId: 'one', eventIds: ['a', 'b'] },
  { commandId: 'three', eventIds: ['d'] },
];

describe('the checker of what clients were told against what is stored', () => {
  it('finds nothing where all is well, and an unanswered command may have been carried out', () => {
    expect(faultsIn(events, asked, acknowledged)).toEqual([]);
  });
  it('catches a planted loss of an acknowledged event, at the end of its stream and within', () => {
    const told = 'command three was told d and has nothing';
    expect(faultsIn(events.slice(0, 3), asked, acknowledged)).toEqual([told]);
    expect(faultsIn(events.slice(1), asked, acknowledged)).toEqual([
      'practice-A00001 has revision 1 in place of 0',
      'command one was told a,b and has b',
    ]);
  });
  it('catches a planted doubled event, under its own id and under another', () => {
    expect(faultsIn([...events, event('d', 'practice-A00002', 1, 'three')], asked, acknowledged)).toEqual([
      'd is there 2 times',
      'command three was told d and has d,d',
    ]);
    expect(faultsIn([...events, event('e', 'practice-A00002', 1, 'three')], asked, acknowledged)).toEqual([
      'command three was told d and has d,e',
    ]);
  });
  it('catches an event that nobody asked for', () => {
    expect(faultsIn([...events, event('e', 'practice-A00003', 0, 'five')], asked, acknowledged)).toEqual([
      'nobody gave command five',
    ]);
  });
});
