import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { openCall, type Call } from './call.js';
import { receiveFrames } from './frames.js';
import { frame } from '../wire.js';

it('that is held reads nothing more from its client until it is let go', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const received: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  server.on('stream', (stream, headers) => {
    const call: Call = openCall(stream, headers);
    const message = (bytes: Buffer): void => {
      received.push(bytes.toString());
      if (bytes.toString() === 'first') call.hold(held);
    };
    const { data, end } = receiveFrames(call, { message, end: () => call.finish() });
    stream.on('data', data);
    stream.on('end', end);
  });
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const request = client.request({ ':method': 'POST', ':path': '/' });
  request.write(frame(Buffer.from('first')));
  while (received.length === 0) await new Promise((next) => setImmediate(next));
  request.end(frame(Buffer.from('second')));
  for (let roundTrips = 0; roundTrips < 3; roundTrips += 1)
    await new Promise((answered) => client.ping(answered));
  expect(received).toEqual(['first']);
  letGo();
  request.resume();
  await once(request, 'close');
  expect(received).toEqual(['first', 'second']);
  client.close();
  server.close();
});
