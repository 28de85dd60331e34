/** Which streams there may be: a Bloom filter, which never forgets one and is seldom wrong about one that is not there. */
export interface StreamFilter {
  /** @param at where the 16 bytes of the stream's key start */
  add(keys: Buffer, at: number): void;
  mayHold(key: Buffer): boolean;
}

const WORDS = 2 ** 20;
const BITS = WORDS * 32;
const HASHES = [0, 4, 8, 12];

/**
 * Takes 4 MB however many streams there are. Of those that are not there it lets one in 6,000 pass when a million are,
 * and one in 50 when four million are.
 */
export function createStreamFilter(): StreamFilter {
  const words = new Uint32Array(WORDS);
  // A key is part of a digest, so that any of its bytes serve as a hash.
  const bitOf = (key: Buffer, at: number): number => key.readUInt32LE(at) % BITS;
  return {
    add: (keys, at) => {
      for (const hash of HASHES) {
        const bit = bitOf(keys, at + hash);
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
    },
    mayHold: (key) =>
      HASHES.every((hash) => {
        const bit = bitOf(key, hash);
        return ((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
      }),
  };
}
