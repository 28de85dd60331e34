import type { ServerHttp2Session } from 'node:http2';

/** The real server's, after which it asks and for which it waits for an answer. */
const INTERVAL_MS = 10_000;

/**
 * Asks the client in every interval whether it is still there, and closes the connection, with all its calls, if it has
 * not answered by the next: a client that vanished without a word would otherwise keep its calls for good.
 */
export function keepAlive(session: ServerHttp2Session, intervalMs = INTERVAL_MS): void {
  let answered = true;
  const timer = setInterval(() => {
    // Its end may not have been told yet.
    if (session.destroyed) return;
    if (!answered) {
      session.destroy();
      return;
    }
    answered = false;
    session.ping(() => {
      answered = true;
    });
  }, intervalMs);
  session.on('close', () => {
    clearInterval(timer);
  });
}
