import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import { filterFrom, type Filter } from './filter.js';
import { signedRevision, streamName } from './requests.js';
import type { IdFormat } from './responses.js';
import { CallFailed, HANDLER_THREW, invalidArgument } from './status.js';

type Options = Streams.ReadReq.Options;

/** What every read says. `format` undefined: the client did not say, and never gets an answer. */
interface Common {
  readonly resolveLinks: boolean;
  readonly format: IdFormat | undefined;
}

/** A position as the request gives it; `commit` decides. */
export type From = 'start' | 'end' | number;

export interface StreamRead extends Common {
  readonly kind: 'stream';
  readonly stream: string;
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
  /** Whether the client wants to be told the first and last revision. */
  readonly positions: boolean;
}

export interface AllRead extends Common {
  readonly kind: 'all';
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
  readonly filter: Filter | undefined;
}

export interface StreamSubscription extends Common {
  readonly kind: 'subscribe-stream';
  readonly stream: string;
  readonly from: From;
}

export interface AllSubscription extends Common {
  readonly kind: 'subscribe-all';
  readonly from: From;
  readonly filter: Filter | undefined;
}

export type Read = StreamRead | AllRead | StreamSubscription | AllSubscription;

/** What a read request asks for. One that makes no sense is refused in the real server's words. */
export function readFrom(bytes: Buffer): Read {
  const options = streams.ReadReq.deserializeBinary(bytes).getOptions();
  if (options === undefined) throw new CallFailed(HANDLER_THREW);
  refuseInvalidCombination(options);
  const id = options.getUuidOption();
  const format = id?.hasString() === true ? 'text' : id?.hasStructured() === true ? 'structured' : undefined;
  const common = { resolveLinks: options.getResolveLinks(), format } as const;
  const from = options.hasStream() ? streamFrom(options.getStream()) : allFrom(options.getAll());
  const stream = options.getStream();
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  const positions = options.getControlOption()?.getCompatibility() === 1;
  if (stream !== undefined) {
    const name = streamName(stream.getStreamIdentifier());
    return options.hasSubscription()
      ? { kind: 'subscribe-stream', stream: name, from: subscribable(from), ...common }
      : { kind: 'stream', stream: name, from, backwards, count, positions, ...common };
  }
  const wanted = options.getFilter();
  const filter = wanted === undefined ? undefined : filterFrom(wanted);
  if (!options.hasSubscription()) return { kind: 'all', from, backwards, count, filter, ...common };
  if (wanted?.getCheckpointintervalmultiplier() === 0) throw new CallFailed(HANDLER_THREW);
  return { kind: 'subscribe-all', from, filter, ...common };
}

function refuseInvalidCombination(options: Options): void {
  const source = options.hasStream() ? 'Stream' : options.hasAll() ? 'All' : 'None';
  const amount = options.hasSubscription() ? 'Subscription' : options.hasCount() ? 'Count' : 'None';
  const direction = options.getReadDirection() === 1 ? 'Backwards' : 'Forwards';
  const filter = options.hasFilter() ? 'Filter' : options.hasNoFilter() ? 'NoFilter' : 'None';
  const valid =
    source !== 'None' &&
    amount !== 'None' &&
    filter !== 'None' &&
    !(source === 'Stream' && filter === 'Filter') &&
    !(amount === 'Subscription' && direction === 'Backwards');
  if (!valid) {
    throw invalidArgument(`The combination of (${source}, ${amount}, ${direction}, ${filter}) is invalid.`);
  }
}

function streamFrom(options: Streams.ReadReq.Options.StreamOptions | undefined): From {
  if (options?.hasStart() === true) return 'start';
  if (options?.hasEnd() === true) return 'end';
  if (options?.hasRevision() !== true) throw new CallFailed(HANDLER_THREW);
  const revision = signedRevision(options.getRevision());
  return revision < 0 ? 'end' : revision;
}

const LARGEST = '18446744073709551615';

function allFrom(options: Streams.ReadReq.Options.AllOptions | undefined): From {
  if (options?.hasStart() === true) return 'start';
  if (options?.hasEnd() === true) return 'end';
  const position = options?.getPosition();
  if (position === undefined) throw new CallFailed(HANDLER_THREW);
  if (position.getCommitPosition() === LARGEST && position.getPreparePosition() === LARGEST) return 'end';
  const commit = signedRevision(position.getCommitPosition());
  const prepare = signedRevision(position.getPreparePosition());
  if (commit < 0 || prepare > commit) throw new CallFailed(HANDLER_THREW);
  return commit;
}

/** A subscription starts after a revision, so the largest there can be has none to follow it. */
function subscribable(from: From): From {
  if (typeof from === 'number' && from >= 2 ** 63) throw new CallFailed(HANDLER_THREW);
  return from;
}
