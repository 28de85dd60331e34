import { streamOf, typeOf, type Entry } from '../log/entry.js';
import { dotNetExpression } from '../grpc/regular-expression.js';

/** A filter as the configuration keeps it; several prefixes are separated by commas. */
export interface FilterText {
  readonly context: 'streamid' | 'eventtype';
  readonly type: 'regex' | 'prefix';
  readonly data: string;
}

/**
 * The test that a filter stands for; without one every event passes.
 * @throws SyntaxError if its expression is none
 */
export function filterTest(filter: FilterText | undefined): (entry: Entry) => boolean {
  if (filter === undefined) return () => true;
  const nameOf = filter.context === 'streamid' ? streamOf : typeOf;
  if (filter.type === 'regex') {
    const pattern = dotNetExpression(filter.data);
    return (entry) => pattern.test(nameOf(entry));
  }
  const prefixes = filter.data.split(',').filter((prefix) => prefix !== '');
  return (entry) => prefixes.some((prefix) => nameOf(entry).startsWith(prefix));
}
