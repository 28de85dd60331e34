import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ensureAllowed, type Access } from '../access/access.js';
import type { Caller } from '../access/user.js';
import { keyOf, SYSTEM_USER } from '../persistent/definition.js';
import type { Group } from '../persistent/group.js';
import type { Consumer } from '../persistent/seat.js';
import type { PersistentSubscriptions } from '../persistent/subscriptions.js';
import type { Call, Method } from './call.js';
import { createOutbox } from './outbox.js';
import { answerFrom } from './persistent-answers.js';
import { onStore, present, sourceFrom } from './persistent-changes.js';
import { groupConfirmation, messageFrame } from './persistent-event.js';
import { groupDropped, groupFull, groupMissing } from './persistent-status.js';
import type { IdFormat } from './responses.js';
import { CallFailed, HANDLER_THREW } from './status.js';

/** A consumer of a group: options first, then acknowledgements; confirmation first, then messages. */
export function consumeGroup(groups: PersistentSubscriptions, access: Access): Method {
  return (call, caller) => {
    let started = false;
    let group: Group | undefined;
    let makesSense = true;
    const begin = async (options: ConsumerOptions): Promise<void> => {
      await ensureAllowed(access, caller, 'read', options.stream);
      group = await connect(groups, call, caller, options);
    };
    return {
      message: (bytes) => {
        if (!started) {
          started = true;
          call.run(begin(optionsFrom(bytes)));
          return;
        }
        // After an answer that makes no sense the real server listens to no more, and says nothing.
        if (makesSense && group !== undefined) makesSense = pass(bytes, group);
      },
      end: () => {
        if (!started) call.finish();
      },
    };
  };
}

interface ConsumerOptions {
  readonly stream: string;
  readonly group: string;
  readonly limit: number;
  readonly format: IdFormat;
}

function optionsFrom(bytes: Buffer): ConsumerOptions {
  const options = present(persistent.ReadReq.deserializeBinary(bytes).getOptions());
  const stream = sourceFrom(options);
  const format = present(options.getUuidOption()).hasString() ? 'text' : 'structured';
  const group = options.getGroupName();
  const limit = options.getBufferSize();
  if (group === '' || limit < 0) throw new CallFailed(HANDLER_THREW);
  return { stream, group, limit, format };
}

async function connect(
  groups: PersistentSubscriptions,
  call: Call,
  caller: Caller,
  options: ConsumerOptions,
): Promise<Group> {
  const found = await onStore(groups.find(options.stream, options.group));
  if (found === undefined) throw groupMissing(options.stream, options.group);
  const { group } = found;
  if (group.isFull) throw groupFull(options.stream, options.group);
  void call.send(groupConfirmation(keyOf(options.stream, options.group)));
  const seat = group.connect(consumerOf(call, caller, options, () => group.wake()));
  call.onClose(() => group.disconnect(seat));
  return group;
}

/** @param keepsUp is called when the client keeps up again */
function consumerOf(
  call: Call,
  caller: Caller,
  { stream, group, limit, format }: ConsumerOptions,
  keepsUp: () => void,
): Consumer {
  const { 'connection-name': name } = call.headers;
  const outbox = createOutbox(call, keepsUp);
  return {
    user: caller?.name ?? SYSTEM_USER,
    connectionName: typeof name === 'string' ? name : '<unknown>',
    limit,
    ready: outbox.hasRoom,
    send: (message) => outbox.add(messageFrame(message, format)),
    drop: () => call.fail(groupDropped(stream, group)),
  };
}

/** Passes a consumer's answer on. @returns whether it made sense */
function pass(bytes: Buffer, group: Group): boolean {
  try {
    const answer = answerFrom(bytes);
    if (answer.kind === 'ack') group.acknowledge(answer.ids);
    else group.reject(answer.ids, answer.action, answer.reason);
    return true;
  } catch {
    return false;
  }
}
