import { idKey } from '../log/recent-ids.js';
import type { NackAction } from '../persistent/group.js';
import { eachField } from '../wire-reader.js';
import { idBytes } from './requests.js';
import { CallFailed, HANDLER_THREW } from './status.js';

/** What a consumer says of messages: done, or what is to become of them. Ids are their keys. */
export type Answer =
  | { readonly kind: 'ack'; readonly ids: readonly string[] }
  | {
      readonly kind: 'nack';
      readonly ids: readonly string[];
      readonly action: NackAction;
      readonly reason: string;
    };

const ACK = 2;
const NACK = 3;
const ACTIONS: readonly NackAction[] = ['unknown', 'park', 'retry', 'skip', 'stop'];

/** Reads an acknowledgement, or its opposite. @throws CallFailed if it makes no sense, RangeError if it is no message */
export function answerFrom(bytes: Buffer): Answer {
  let answer: Answer | undefined;
  eachField(bytes, (number, start, end) => {
    if (number === ACK || number === NACK) answer = contentFrom(bytes, start, end, number === ACK);
  });
  if (answer === undefined) throw new CallFailed(HANDLER_THREW);
  return answer;
}

function contentFrom(bytes: Buffer, start: number, end: number, isAck: boolean): Answer {
  const ids: string[] = [];
  let action: NackAction | undefined = 'unknown';
  let reason = '';
  eachField(
    bytes,
    (number, from, to, value) => {
      if (number === 2) ids.push(idKey(idBytes(bytes, from, to)));
      if (number === 3) action = ACTIONS[Number(value)];
      if (number === 4) reason = bytes.toString('utf8', from, to);
    },
    start,
    end,
  );
  if (isAck) return { kind: 'ack', ids };
  if (action === undefined) throw new CallFailed(HANDLER_THREW);
  return { kind: 'nack', ids, action, reason };
}
