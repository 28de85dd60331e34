import { randomUUID } from 'node:crypto';
import type { Acknowledged } from './acknowledged.js';

/** A command that a client wants recorded: it keeps key and body until it is answered. */
export interface Command {
  readonly commandId: string;
  readonly path: string;
  readonly body: object;
  readonly token: string;
}

const IN_FLIGHT = 32;

/** A command under a new key. */
export const commandTo = (path: string, body: object, token: string): Command => ({
  commandId: randomUUID(),
  path,
  body,
  token,
});

/** Sends a command once; undefined where the product went away, or says that the same is to be sent again. */
const sendOnce = async (apiUrl: string, command: Command): Promise<Acknowledged | undefined> => {
  const { commandId, path, body, token } = command;
  const answer = await fetch(`${apiUrl}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': commandId,
    },
    body: JSON.stringify(body),
  })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => undefined);
  if (!answer || answer.status === 503 || answer.text.includes('"CONFLICT"')) return undefined;
  if (answer.status !== 201) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
  const { events } = JSON.parse(answer.text) as { events: readonly { id: string }[] };
  return { commandId, eventIds: events.map(({ id }) => id) };
};

/**
 * Sends the commands, 32 at a time, each once; tells of each acknowledgement as it comes. Those left unanswered stay
 * unanswered.
 */
export const sendAll = async (
  apiUrl: string,
  commands: readonly Command[],
  acknowledge: (acknowledged: Acknowledged) => void,
): Promise<void> => {
  const waiting = [...commands];
  const client = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const acknowledged = await sendOnce(apiUrl, next);
      if (acknowledged) acknowledge(acknowledged);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, client));
};
