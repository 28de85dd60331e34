import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { ensurePortIsFree } from './ports.js';

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
