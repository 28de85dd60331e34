import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { ensurePortIsFree, urlFor } from './ports.js';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['register.example', 'http://register.example:3000'],
])('what listens on %s is found at %s', (host, url) => expect(urlFor(host, 3000)).toBe(url));

describe('the address to listen on', () => {
  it('is waited for while a killed product lets go of it', async () => {
    const occupier = createServer().listen(0, '127.0.0.1');
    await once(occupier, 'listening');
    const { port } = occupier.address() as AddressInfo;
    const waiting = ensurePortIsFree('127.0.0.1', port);
    occupier.close();
    await expect(waiting).resolves.toBeUndefined();
  });

  it.each(['203.0.113.1', '999.1.1.1', 'no-such-host.invalid'])(
    'is refused at once where %s is no address of this machine, any port or one',
    async (host) => {
      for (const port of [0, 3000])
        await expect(ensurePortIsFree(host, port)).rejects.toThrow(`Nothing can listen on ${host} here (E`);
    },
  );
});
