import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';

const PATIENCE_MS = 2_000;
const POLL_MS = 100;

/** Listens for a moment; 0 asks the system for a port. Returns the port, or the system's code for why it cannot. */
async function tryPort(host: string, port: number): Promise<number | string> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    probe.close();
  }
}

/** A port of this machine on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort('127.0.0.1', 0);
  if (typeof port === 'string') throw new CannotStart(`The system gave no free port (${port}).`);
  return port;
}

/**
 * Makes sure that an address can be listened on, waiting two seconds for one that a killed product is just
 * letting go. Port 0 stands for any.
 * @throws CannotStart if the port stays taken, is kept for root, or the host is not this machine
 */
export async function ensurePortIsFree(host: string, port: number): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    const found = await tryPort(host, port);
    if (typeof found === 'number') return;
    if (found === 'EACCES')
      throw new CannotStart(`Port ${port} is kept for root on this machine: set PORT to one from 1024 on.`);
    if (found !== 'EADDRINUSE')
      throw new CannotStart(
        `Nothing can listen on ${host} here (${found}): set HOST to an address of this machine, such as 127.0.0.1.`,
      );
    if (waited >= PATIENCE_MS)
      throw new CannotStart(
        `Port ${port} of ${host} is in use: set PORT to another one, or to 0 for a free one.`,
      );
    await delay(POLL_MS);
  }
}

/** Where this machine finds what listens on a host, every address of its own included: `http://127.0.0.1:3000`. */
export function urlFor(host: string, port: number): string {
  const found = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${found.includes(':') ? `[${found}]` : found}:${port}`;
}
