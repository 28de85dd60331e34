import { wholeNumber } from '../log/table.js';

/** Where an event stands in what a group reads: a revision of a stream, or a position in `$all`. */
export type Position = number;

/** A revision in the protocol's words. */
export const revisionText = (revision: Position): string => wholeNumber(revision);

/** A position in `$all` in the protocol's words; the prepare position says nothing here. */
export const positionText = (commit: Position, prepare = commit): string =>
  `C:${String(commit)}/P:${String(prepare)}`;

/** Reads either. Below 0 is the end: what comes from now on. */
export function parsePosition(text: string): Position | 'end' {
  const [, commit] = /^C:(-?\d+)\//.exec(text) ?? [];
  const position = Number(commit ?? text);
  return position < 0 ? 'end' : position;
}
