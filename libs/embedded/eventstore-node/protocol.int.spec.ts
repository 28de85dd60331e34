import { once } from 'node:events';
import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { useEventStore } from '#testing/event-store.js';
import { bytesField, frame, textField } from './wire.js';

const store = useEventStore();
let connection: ClientHttp2Session;
beforeAll(() => {
  connection = connect(`http://${new URL(store.connectionString).host}`);
});
afterAll(() => connection.close());

const STREAMS = '/event_store.client.streams.Streams';

/** Sends a call and reads its answer to the end: the headers and the trailers, which may be one. */
async function ask(path: string, headers: IncomingHttpHeaders, body = frame()): Promise<IncomingHttpHeaders> {
  const stream = connection.request({ ':method': 'POST', ':path': path, te: 'trailers', ...headers });
  const trailers: IncomingHttpHeaders = {};
  stream.on('trailers', (more: IncomingHttpHeaders) => void Object.assign(trailers, more));
  stream.end(body);
  stream.resume();
  const [answered] = (await once(stream, 'response')) as [IncomingHttpHeaders];
  if (!stream.closed) await once(stream, 'close');
  return { ...answered, ...trailers };
}

const GRPC = { 'content-type': 'application/grpc' };
/** A subscription to a stream that is not there, ids as text. */
const SUBSCRIPTION = frame(
  bytesField(
    1,
    bytesField(1, bytesField(1, textField(3, 'missing')), bytesField(3)),
    bytesField(6),
    bytesField(8),
    bytesField(9, bytesField(2)),
  ),
);

describe('a call', () => {
  it('ends as DEADLINE_EXCEEDED when its time is over, though its client says nothing', async () => {
    expect(await ask(`${STREAMS}/Read`, { ...GRPC, 'grpc-timeout': '50m' }, SUBSCRIPTION)).toMatchObject({
      ':status': 200,
      'grpc-status': '4',
      'grpc-message': 'Deadline Exceeded',
    });
  });

  it('of another content type is refused with 415', async () => {
    expect(await ask(`${STREAMS}/Read`, { 'content-type': 'application/json' })).toMatchObject({
      ':status': 415,
      'grpc-status': '13',
      'grpc-message': "Content-Type 'application/json' is not supported.",
    });
    expect(await ask(`${STREAMS}/Read`, {})).toMatchObject({
      ':status': 415,
      'grpc-message': 'Content-Type is missing from the request.',
    });
    expect(await ask(`${STREAMS}/Delete`, { 'content-type': 'application/grpc+proto' })).toMatchObject({
      ':status': 200,
    });
  });

  it.each(['Delete', 'Read'])('of one request that sends none or half is incomplete: %s', async (method) => {
    for (const sent of [Buffer.alloc(0), SUBSCRIPTION.subarray(0, 9)])
      expect(await ask(`${STREAMS}/${method}`, GRPC, sent)).toMatchObject({
        'grpc-status': '13',
        'grpc-message': 'Incomplete message.',
      });
  });
});
