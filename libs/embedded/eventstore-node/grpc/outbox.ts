import type { Call } from './call.js';

/** What is on its way to a client that takes it at its own pace. */
export interface Outbox {
  /** Whether the client keeps up so far that more can be added. */
  hasRoom(): boolean;
  /** Adds frames that are sent after what is there already. */
  add(frames: Buffer): void;
}

/** How many bytes may wait for a client that does not keep up. */
const MAX_UNSENT = 1024 * 1024;

/**
 * Sends one write at a time: what is added while the client does not keep up goes out in one write when it does.
 * @param keepsUp is called when there is room again
 */
export function createOutbox(call: Pick<Call, 'send' | 'closed'>, keepsUp: () => void): Outbox {
  let waiting: Buffer[] = [];
  let unsent = 0;
  let sending = false;
  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const bytes = Buffer.concat(waiting);
      waiting = [];
      await call.send(bytes);
      const wasFull = unsent >= MAX_UNSENT;
      unsent -= bytes.length;
      if (wasFull && unsent < MAX_UNSENT && !call.closed) keepsUp();
    }
    sending = false;
  };
  return {
    hasRoom: () => unsent < MAX_UNSENT && !call.closed,
    add: (frames) => {
      waiting.push(frames);
      unsent += frames.length;
      if (sending) return;
      sending = true;
      queueMicrotask(() => void sendAll());
    },
  };
}
