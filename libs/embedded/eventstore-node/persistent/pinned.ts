import type { Message } from './message.js';
import { hasRoom, type Seat } from './seat.js';
import type { Strategy } from './strategy.js';

/** Names fall into so many buckets, each of which belongs to one consumer. */
const BUCKETS = 1024;

/** All messages with the same pin go to the same consumer, for as long as that stays. */
export function createPinned(pinOf: (message: Message) => string): Strategy {
  const owners = new Array<Seat | undefined>(BUCKETS).fill(undefined);
  const buckets = new Map<Seat, number>();
  const known = new WeakMap<Message, number>();

  const bucketOf = (message: Message): number => {
    const bucket = known.get(message) ?? hash(pinOf(message)) % BUCKETS;
    known.set(message, bucket);
    return bucket;
  };
  const assign = (bucket: number, seat: Seat): void => {
    const before = owners[bucket];
    if (before !== undefined) buckets.set(before, (buckets.get(before) ?? 0) - 1);
    owners[bucket] = seat;
    buckets.set(seat, (buckets.get(seat) ?? 0) + 1);
  };
  const leastBurdened = (): Seat | undefined => {
    let least: readonly [Seat | undefined, number] = [undefined, Infinity];
    for (const [seat, count] of buckets) if (count < least[1]) least = [seat, count];
    return least[0];
  };

  return {
    add: (seat, inFlight) => {
      buckets.set(seat, 0);
      for (const bucket of tooMany(owners, buckets, [...inFlight].map(bucketOf))) assign(bucket, seat);
    },
    remove: (seat) => {
      buckets.delete(seat);
      for (const [bucket, owner] of owners.entries()) if (owner === seat) owners[bucket] = undefined;
    },
    choose: (message) => {
      if (![...buckets.keys()].some(hasRoom)) return 'full';
      const bucket = bucketOf(message);
      const owner = owners[bucket] ?? leastBurdened();
      if (owner === undefined) return 'full';
      if (owners[bucket] === undefined) assign(bucket, owner);
      return hasRoom(owner) ? owner : 'later';
    },
  };
}

/** The buckets that each consumer has beyond its fair share; those on which it is at work stay if they can. */
function tooMany(
  owners: readonly (Seat | undefined)[],
  buckets: ReadonlyMap<Seat, number>,
  inFlight: readonly number[],
): number[] {
  const assigned = owners.filter((owner) => owner !== undefined).length;
  const fair = Math.ceil(assigned / buckets.size);
  const atWork = new Set(inFlight);
  return [...buckets].flatMap(([seat, count]) => {
    const own = [...owners.keys()].filter((bucket) => owners[bucket] === seat);
    const idleFirst = own.toSorted((a, b) => Number(atWork.has(a)) - Number(atWork.has(b)));
    return idleFirst.slice(0, Math.max(count - fair, 0));
  });
}

/** FNV-1a: spreads similar names. */
function hash(text: string): number {
  let result = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) result = Math.imul(result ^ byte, 0x01000193) >>> 0;
  return result;
}
