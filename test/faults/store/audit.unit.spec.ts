import { createAudit, type Acknowledged, type Stored } from './audit.js';

const at = (id: string, stream: string, revision: number, position: bigint): Stored => ({
  id,
  stream,
  revision,
  position,
});
const log = [at('a', 's', 0, 10n), at('b', 's', 1, 20n), at('c', 't', 0, 30n), at('d', 's', 2, 40n)];
const told: Acknowledged[] = [
  { eventIds: ['a', 'b'], stream: 's', revision: 1, position: 20n },
  { eventIds: ['c'], stream: 't', revision: 0, position: 30n },
];

const faultsOf = (events: readonly Stored[]): readonly string[] => {
  const audit = createAudit(new Set(['a', 'b', 'c', 'd', 'e']));
  for (const event of events) audit.take(event);
  for (const acknowledged of told) audit.hold(acknowledged);
  return audit.faults;
};

describe('the audit of what clients were told against what is stored', () => {
  it('finds nothing where all is well, and an unanswered append may have been written', () => {
    expect(faultsOf(log)).toEqual([]);
    expect(faultsOf(log.slice(0, 3))).toEqual([]);
  });

  it('catches an acknowledged event that is lost', () => {
    expect(faultsOf(log.slice(0, 2))).toEqual(['c was acknowledged and is lost']);
    expect(faultsOf(log.toSpliced(1, 1))).toEqual([
      's has revision 2 in place of 1',
      'b was acknowledged and is lost',
    ]);
  });

  it('catches one that is there twice, and one that nobody asked for', () => {
    expect(faultsOf([...log, at('d', 's', 3, 50n)])).toEqual(['d is there twice']);
    expect(faultsOf([...log, at('x', 's', 3, 50n)])).toEqual(['nobody asked for x']);
  });

  it('catches what is out of order: in the log, in its stream, and elsewhere than was said', () => {
    expect(faultsOf([...log, at('e', 's', 3, 40n)])).toEqual(['position 40 comes after 40']);
    expect(faultsOf([...log, at('e', 's', 4, 50n)])).toEqual(['s has revision 4 in place of 3']);
    expect(faultsOf([at('b', 's', 0, 10n), at('a', 's', 1, 20n), ...log.slice(2)])).toEqual([
      'a was acknowledged as 0@s and is 1@s',
      'b was acknowledged as 1@s and is 0@s',
    ]);
  });
});
