import { once } from 'node:events';
import { connect as connectHttp2, createServer, type ServerHttp2Session } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { keepAlive } from './keep-alive.js';

const server = createServer();
let port: number;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const EMPTY_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

it('closes the connection of a client that no longer answers', async () => {
  const silent = connect(port, '127.0.0.1');
  silent.write(PREFACE);
  silent.write(EMPTY_SETTINGS);
  const [session] = (await once(server, 'session')) as [ServerHttp2Session];
  keepAlive(session, 20);
  await once(session, 'close');
  silent.destroy();
});

it('leaves a client that answers its connection', async () => {
  const client = connectHttp2(`http://127.0.0.1:${port}`);
  const [session] = (await once(server, 'session')) as [ServerHttp2Session];
  keepAlive(session, 20);
  for (let pings = 0; pings < 5; pings += 1) await once(client, 'ping');
  expect(session.destroyed).toBe(false);
  client.close();
  await once(session, 'close');
});
