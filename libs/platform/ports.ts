import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';

const PATIENCE_MS = 2_000;
const POLL_MS = 100;

/** Listens for a moment; 0 asks the system for a port. Returns the port, or undefined if it is taken. */
async function tryPort(host: string, port: number): Promise<number | undefined> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    probe.close();
  }
}

/** A port of this machine on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort('127.0.0.1', 0);
  if (port === undefined) throw new CannotStart('The system gave no free port.');
  return port;
}

/**
 * Makes sure that a port can be listened on, waiting two seconds for one that a killed product is just
 * letting go. 0 stands for any port and is always free.
 * @throws CannotStart if it stays taken
 */
export async function ensurePortIsFree(host: string, port: number): Promise<void> {
  for (let waited = 0; port !== 0 && (await tryPort(host, port)) === undefined; waited += POLL_MS) {
    if (waited >= PATIENCE_MS)
      throw new CannotStart(
        `Port ${port} of ${host} is in use: set PORT to another one, or to 0 for a free one.`,
      );
    await delay(POLL_MS);
  }
}
