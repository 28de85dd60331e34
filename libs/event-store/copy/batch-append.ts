import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { systemIds } from '#platform/ids.js';
import { withinLimit } from '../attempts.js';
import type { Append } from './appends.js';
import { RawClient } from './raw-client.js';
import { identifierOf } from './raw-reading.js';
import type { StoredEvent } from './stored-event.js';

/** What a store said to an append: the stream's revision after it, a conflict, or why it does not take it. */
export type Answer =
  | { readonly kind: 'written'; readonly revision: bigint }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly why: string };

/** One call for many appends, which the store takes in the order in which they are sent. */
export interface BatchAppend {
  /** Appends behind the revision before the first event's. Throws when the call is over or the store is silent. */
  send(append: Append): Promise<Answer>;
  close(): void;
}

type Waiting = Map<string, { resolve(answer: Answer): void; reject(error: unknown): void }>;

/** The codes with which the status of one append says what became of it (google.rpc.Code). */
const [TIMEOUT, CONFLICT] = [4, 6];

/**
 * Opens the call. Several appends may be sent before the first is answered. The server handles them one after the
 * other, so that what is on record when the call breaks is always the beginning of what was sent.
 * @param limitMs how long an answer may take
 */
export const openBatchAppend = async (client: EventStoreDBClient, limitMs: number): Promise<BatchAppend> => {
  const call = await RawClient.batchAppend(client);
  const waiting: Waiting = new Map();
  let failure: Error | undefined;
  const over = (error: Error): void => {
    failure ??= convertToCommandError(error);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  call.on('data', (message: streams.BatchAppendResp) => {
    const id = message.getCorrelationId()?.getString() ?? '';
    const one = waiting.get(id);
    waiting.delete(id);
    const error = message.getError();
    if (error?.getCode() === TIMEOUT)
      one?.reject(Object.assign(new Error(error.getMessage()), { code: TIMEOUT }));
    else one?.resolve(answerIn(message));
  });
  call.on('error', over);
  call.on('end', () => over(Object.assign(new Error('the store ended the call'), { code: 14 })));
  return {
    send: async (append) => {
      if (failure) throw failure;
      const id = systemIds.next();
      const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }));
      call.write(requestFor(id, append));
      return withinLimit(answer, limitMs);
    },
    close: () => call.cancel(),
  };
};

const answerIn = (message: streams.BatchAppendResp): Answer => {
  const error = message.getError();
  if (!error) return { kind: 'written', revision: BigInt(message.getSuccess()?.getCurrentRevision() ?? -1) };
  return error.getCode() === CONFLICT ? { kind: 'conflict' } : { kind: 'refused', why: error.getMessage() };
};

const requestFor = (id: string, append: Append): streams.BatchAppendReq => {
  const [{ stream, revision }] = append;
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  if (revision === 0n) options.setNoStream(new shared.Empty());
  else options.setStreamPosition(String(revision - 1n));
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(uuid(id));
  request.setOptions(options);
  request.setProposedMessagesList(append.map(proposed));
  request.setIsFinal(true);
  return request;
};

const proposed = (event: StoredEvent): InstanceType<typeof streams.BatchAppendReq.ProposedMessage> => {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(uuid(event.id));
  message.getMetadataMap().set('type', event.type).set('content-type', event.contentType);
  message.setData(event.data);
  message.setCustomMetadata(event.metadata);
  return message;
};

const uuid = (text: string): shared.UUID => {
  const id = new shared.UUID();
  id.setString(text);
  return id;
};
