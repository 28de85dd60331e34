import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import { streamOf, typeOf, type Entry } from '../log/entry.js';
import { isShownInAll } from '../log/shown.js';
import { dotNetExpression } from './regular-expression.js';
import { invalidArgument, notSet } from './status.js';

type FilterOptions = Streams.ReadReq.Options.FilterOptions;
type Expression = Streams.ReadReq.Options.FilterOptions.Expression;

/** A server-side filter. `window` is how many events are considered for a page, `interval` how many for a checkpoint. */
export interface Filter {
  readonly window: number;
  readonly interval: number;
  matches(entry: Entry): boolean;
}

/** The window when the request asks for none of its own: the server's page. */
export const PAGE_EVENTS = 32;

const FILTER = 'Streams.ReadReq+Types+Options+Types+FilterOptions';

/** The filter of a request. An expression wins over prefixes; neither matches nothing. */
export function filterFrom(options: FilterOptions): Filter {
  const subject = options.getEventType() ?? options.getStreamIdentifier();
  if (subject === undefined) {
    throw invalidArgument(`'${inWords(options)}' is not a valid EventStore.Client.${FILTER}`);
  }
  if (!options.hasMax() && !options.hasCount()) throw notSet(`${FILTER}+WindowOneofCase`);
  const window = options.hasMax() ? options.getMax() : PAGE_EVENTS;
  const nameOf = options.hasEventType() ? typeOf : streamOf;
  const test = testOf(subject);
  return {
    window,
    interval: window * options.getCheckpointintervalmultiplier(),
    matches: (entry) => isShownInAll(entry) && test(nameOf(entry)),
  };
}

function testOf(expression: Expression): (name: string) => boolean {
  const regex = expression.getRegex();
  if (regex !== '') {
    const pattern = dotNetExpression(regex);
    return (name) => pattern.test(name);
  }
  const prefixes = expression.getPrefixList();
  return (name) => prefixes.some((prefix) => name.startsWith(prefix));
}

/** The options as .NET prints them. */
function inWords(options: FilterOptions): string {
  const multiplier = options.getCheckpointintervalmultiplier();
  const parts = [
    ...(options.hasMax() ? [`"max": ${String(options.getMax())}`] : []),
    ...(options.hasCount() ? ['"count": { }'] : []),
    ...(multiplier === 0 ? [] : [`"checkpointIntervalMultiplier": ${String(multiplier)}`]),
  ];
  return parts.length === 0 ? '{ }' : `{ ${parts.join(', ')} }`;
}
