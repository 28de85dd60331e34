import { BODY, idOf, positionOf, type Entry } from '../log/entry.js';
import { originalOf, type Message } from '../persistent/message.js';
import { eachField } from '../wire-reader.js';
import { bytesField, frame, numberField, structuredUuid, textField, varintSize } from '../wire.js';
import type { IdFormat } from './responses.js';

/** The subscription id, which is what a consumer is told first. */
export const groupConfirmation = (key: string): Buffer => frame(bytesField(2, textField(1, key)));

/** A message as a consumer gets it: event, link, position and how often it was sent before. */
export function messageFrame({ resolved, retryCount }: Message, format: IdFormat): Buffer {
  const { event, link } = resolved;
  const position = positionOf(originalOf(resolved));
  return frame(
    bytesField(
      1,
      ...(event === undefined ? [] : [bytesField(1, idField(event, format), ...bodyAt(event, position))]),
      ...(link === undefined ? [] : [bytesField(2, idField(link, format), ...bodyAt(link, position))]),
      numberField(3, position),
      numberField(5, retryCount),
    ),
  );
}

function idField(entry: Entry, format: IdFormat): Buffer {
  const id = idOf(entry);
  if (format === 'structured') return bytesField(1, structuredUuid(id));
  const text = id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return bytesField(1, textField(2, text));
}

const PREPARE = 4;
const COMMIT = 5;

/** An entry's body with another position: the real server gives the event of a link that of the link. */
function bodyAt(entry: Entry, position: number): Buffer[] {
  if (positionOf(entry) === position) return [entry.subarray(BODY)];
  let start = BODY;
  let end = BODY;
  eachField(
    entry,
    (number, at) => {
      if (number === PREPARE) start = at - 1;
      if (number === COMMIT) end = at + varintSize(positionOf(entry));
    },
    BODY,
  );
  return [
    entry.subarray(BODY, start),
    numberField(PREPARE, position),
    numberField(COMMIT, position),
    entry.subarray(end),
  ];
}
