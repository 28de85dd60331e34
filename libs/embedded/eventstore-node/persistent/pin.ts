import { BODY, dataOf, streamOf, type Entry } from '../log/entry.js';
import { isLink } from '../log/reader.js';
import { eachField } from '../wire-reader.js';
import type { Message } from './message.js';
import { originalOf } from './message.js';

const CORRELATION_ID = '$correlationId';
const CUSTOM_METADATA = 7;

/** The stream of the event, also if all there is of it is a link. */
export function sourceStreamOf({ resolved }: Message): string {
  const entry = resolved.event ?? originalOf(resolved);
  if (!isLink(entry)) return streamOf(entry);
  const target = dataOf(entry).toString('utf8');
  return target.slice(target.indexOf('@') + 1);
}

/** The event's correlation id or, without one, its stream. */
export function correlationOf(message: Message): string {
  const metadata = metadataOf(message.resolved.event ?? originalOf(message.resolved));
  if (!metadata.includes(CORRELATION_ID)) return sourceStreamOf(message);
  try {
    const { [CORRELATION_ID]: id } = JSON.parse(metadata) as Record<string, unknown>;
    return typeof id === 'string' ? id : sourceStreamOf(message);
  } catch {
    return sourceStreamOf(message);
  }
}

function metadataOf(entry: Entry): string {
  let metadata = '';
  eachField(
    entry,
    (number, start, end) => {
      if (number === CUSTOM_METADATA) metadata = entry.toString('utf8', start, end);
    },
    BODY,
  );
  return metadata;
}
