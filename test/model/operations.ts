import fc from 'fast-check';
import type { Expected, Metadata } from './model.js';

/** Which client asks, and about which stream of the sequence. */
interface Asked {
  readonly client: number;
  readonly stream: number;
}

/** An expected revision; `end` is the one that the stream then has. */
export type Expectation = Expected | 'end';

/** An append of new events with these types, alone or as part of a batch. */
export interface Append extends Asked {
  readonly kind: 'append';
  readonly batch: boolean;
  readonly expected: Expectation;
  readonly types: readonly string[];
}

/** A filter of `$all`; `pattern` is a regular expression, without it streams or types are taken by prefix. */
export interface Filter {
  readonly on: 'streams' | 'types';
  readonly pattern: boolean;
  readonly which: number;
}

export type Operation =
  | Append
  /** Some of the events of an earlier append again, perhaps elsewhere, perhaps with a new one behind them. */
  | (Asked & {
      readonly kind: 'retry';
      readonly batch: boolean;
      readonly earlier: number;
      readonly elsewhere: boolean;
      readonly expected: Expectation | 'same';
      readonly length: number;
      readonly more: boolean;
    })
  | (Asked & { readonly kind: 'delete' | 'tombstone'; readonly expected: Expectation })
  | (Asked & { readonly kind: 'metadata'; readonly metadata: Metadata })
  | (Asked & { readonly kind: 'read-metadata' })
  | (Asked & {
      readonly kind: 'read';
      readonly direction: 'forwards' | 'backwards';
      readonly from: number | 'start' | 'end';
      readonly limit: number;
    })
  | (Asked & {
      readonly kind: 'read-all';
      readonly direction: 'forwards' | 'backwards';
      readonly from: number;
      readonly limit: number;
    })
  | (Asked & { readonly kind: 'subscribe'; readonly from: number | 'start' | 'end' })
  | (Asked & { readonly kind: 'subscribe-all'; readonly from: number; readonly filter: Filter | undefined })
  /** Appends by all clients at once. */
  | { readonly kind: 'race'; readonly appends: readonly Append[] };

export const STREAMS = 3;
export const CLIENTS = 3;
export const TYPES = ['made', 'moved', 'merged'];

const asked = { client: fc.nat(CLIENTS - 1), stream: fc.nat(STREAMS - 1) };
const revision = fc.nat(6);
const expected: fc.Arbitrary<Expectation> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('end' as const) },
  { weight: 3, arbitrary: fc.constantFrom('any' as const, 'no_stream' as const, 'stream_exists' as const) },
  { weight: 2, arbitrary: revision },
);
/** The client refuses to send a delete that expects the stream to exist (rule 40). */
const expectedOfDelete = expected.map((one) => (one === 'stream_exists' ? 'any' : one));
const types = (minLength: number) => fc.array(fc.constantFrom(...TYPES), { minLength, maxLength: 3 });
const limit = fc.integer({ min: 1, max: 8 });
const direction = fc.constantFrom('forwards' as const, 'backwards' as const);
const kind = <Kind extends string>(name: Kind) => fc.constant(name);

const append = fc.record({ kind: kind('append'), ...asked, batch: fc.boolean(), expected, types: types(0) });
const retry = fc.record({
  kind: kind('retry'),
  ...asked,
  batch: fc.boolean(),
  earlier: fc.nat(),
  elsewhere: fc.nat(7).map((n) => n === 0),
  expected: fc.oneof({ weight: 2, arbitrary: fc.constant('same' as const) }, expected),
  length: fc.integer({ min: 1, max: 3 }),
  more: fc.nat(5).map((n) => n === 0),
});
const metadata: fc.Arbitrary<Metadata> = fc.record(
  { maxCount: fc.nat(3), maxAge: fc.constantFrom(0, 100_000), truncateBefore: fc.nat(5) },
  { requiredKeys: [] },
);
const filter = fc.option(
  fc.record({ on: fc.constantFrom('streams', 'types'), pattern: fc.boolean(), which: fc.nat(2) }),
  { nil: undefined },
) as fc.Arbitrary<Filter | undefined>;
const racing = fc.record({
  kind: kind('append'),
  ...asked,
  batch: fc.boolean(),
  expected: fc.constantFrom('any' as const, 'end' as const),
  types: types(1),
});

/** What some clients do with some streams. */
export const operations: fc.Arbitrary<readonly Operation[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: append },
    { weight: 4, arbitrary: retry },
    {
      weight: 3,
      arbitrary: fc.record({ kind: kind('delete'), ...asked, expected: expectedOfDelete }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: kind('tombstone'), ...asked, expected: expectedOfDelete }),
    },
    { weight: 3, arbitrary: fc.record({ kind: kind('metadata'), ...asked, metadata }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('read-metadata'), ...asked }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: kind('read'),
        ...asked,
        direction,
        from: fc.oneof(revision, fc.constantFrom('start' as const, 'end' as const)),
        limit,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: kind('read-all'), ...asked, direction, from: fc.nat(), limit }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: kind('subscribe'),
        ...asked,
        from: fc.oneof(revision, fc.constantFrom('start' as const, 'end' as const)),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: kind('subscribe-all'), ...asked, from: fc.nat(), filter }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('race'),
        appends: fc.array(racing, { minLength: 2, maxLength: CLIENTS }),
      }),
    },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);
