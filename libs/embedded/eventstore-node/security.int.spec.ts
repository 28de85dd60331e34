import { get as getHttp1 } from 'node:https';
import { connect as connectHttp2 } from 'node:http2';
import {
  AccessDeniedError,
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  UnavailableError,
} from '@eventstore/db-client';
import { useSecureEventStore } from '#testing/secure-event-store.js';

const store = useSecureEventStore();
let admin: EventStoreDBClient;
let ops: EventStoreDBClient;
let nobody: EventStoreDBClient;
beforeAll(() => {
  admin = store.client('admin:changeit');
  ops = store.client('ops:changeit');
  nobody = store.client();
});

const event = (type: string) => jsonEvent({ type, data: {} });
const UNARY = { credentials: { username: 'ops', password: 'changeit' } };
let streams = 0;
const newStream = (): string => `secure-${(streams += 1)}`;

async function typesOf(stream: AsyncIterable<{ event?: { type: string } }>): Promise<(string | undefined)[]> {
  const types: (string | undefined)[] = [];
  for await (const { event: seen } of stream) types.push(seen?.type);
  return types;
}

const denied = (attempt: Promise<unknown>) => expect(attempt).rejects.toThrow(AccessDeniedError);

describe('a secure node', () => {
  it('lets known users use ordinary streams, batch and unary, and nobody else', async () => {
    const stream = newStream();
    await ops.appendToStream(stream, event('batch'));
    await nobody.appendToStream(stream, event('unary'), UNARY);
    await ops.setStreamMetadata(stream, { maxCount: 9 });
    expect(await typesOf(ops.readStream(stream))).toEqual(['batch', 'unary']);
    await denied(nobody.appendToStream(stream, event('c')));
    await denied(typesOf(nobody.readStream(stream)));
    await denied(nobody.getStreamMetadata(stream));
    await denied(nobody.deleteStream(stream));
    await denied(nobody.tombstoneStream(stream));
    await ops.deleteStream(stream);
  });

  it('keeps $-streams and $all for admins, subscriptions to them too', async () => {
    await admin.appendToStream('$kept', event('a'));
    await denied(ops.appendToStream('$kept', event('b')));
    await denied(typesOf(ops.readStream('$kept')));
    await denied(typesOf(ops.readAll({ maxCount: 1 })));
    await denied(typesOf(ops.subscribeToStream('$kept')));
    await denied(typesOf(ops.subscribeToAll()));
    await denied(ops.tombstoneStream('$kept'));
    expect(await typesOf(admin.readStream('$kept'))).toEqual(['a']);
    expect(await typesOf(admin.readAll({ maxCount: 1 }))).toHaveLength(1);
  });

  it('denies wrong credentials, however often they are sent, to those who may do nothing anyway too', async () => {
    const wrong = store.client('admin:wrong');
    for (let attempt = 1; attempt <= 2; attempt += 1)
      await expect(typesOf(wrong.readStream('$kept'))).rejects.toMatchObject({ code: 16 });
    await expect(store.client('nobody:x').getStreamMetadata('a')).rejects.toMatchObject({ code: 16 });
  });

  it('answers many first calls of one user that come at once', async () => {
    const fresh = store.client('ops:changeit');
    await Promise.all(Array.from({ length: 50 }, () => fresh.appendToStream(newStream(), event('a'))));
  });
});

describe('batch appends whose rights must be looked up', () => {
  it('are taken in the order in which they came, and the forbidden ones refused one by one', async () => {
    const [stream, closed] = [newStream(), newStream()];
    await admin.setStreamMetadata(closed, { acl: { writeRoles: [] } });
    const attempts = Array.from({ length: 100 }, (_, n) =>
      ops.appendToStream(n % 10 === 9 ? closed : stream, event(`${n}`)),
    );
    const outcomes = (await Promise.allSettled(attempts)).map(({ status }) => status === 'fulfilled');
    const allowed = Array.from({ length: 100 }, (_, n) => n).filter((n) => n % 10 !== 9);
    expect(outcomes.flatMap((written, n) => (written ? [n] : []))).toEqual(allowed);
    expect(await typesOf(ops.readStream(stream))).toEqual(allowed.map(String));
  });
});

describe('an $acl', () => {
  it('decides reads, writes, deletes and metadata of its stream; nobody shuts an admin out', async () => {
    const stream = newStream();
    const acl = {
      readRoles: ['$ops'],
      writeRoles: [],
      deleteRoles: [],
      metaReadRoles: [],
      metaWriteRoles: [],
    };
    await admin.appendToStream(stream, event('a'));
    await admin.setStreamMetadata(stream, { acl });
    expect(await typesOf(ops.readStream(stream))).toEqual(['a']);
    await denied(ops.appendToStream(stream, event('b'), UNARY));
    await denied(ops.appendToStream(stream, event('b')));
    await denied(ops.getStreamMetadata(stream));
    await denied(ops.setStreamMetadata(stream, {}));
    await denied(ops.deleteStream(stream));
    await admin.appendToStream(stream, event('b'));
    await admin.setStreamMetadata(stream, { acl: { ...acl, writeRoles: ['ops'] } });
    await ops.appendToStream(stream, event('c'));
  });

  it('keeps a link from showing what its reader may not read', async () => {
    const stream = newStream();
    await ops.appendToStream(stream, event('a'));
    const links = ['0@$user-admin', `0@${stream}`].map((target) =>
      binaryEvent({ type: '$>', data: Buffer.from(target) }),
    );
    await ops.appendToStream(stream, links);
    const options = { resolveLinkTos: true, fromRevision: 1n };
    expect(await typesOf(ops.readStream(stream, options))).toEqual([undefined, 'a']);
    expect(await typesOf(admin.readStream(stream, options))).toEqual(['$UserCreated', 'a']);
  });

  it('of $settings stands where a stream says nothing', async () => {
    const stream = newStream();
    const settings = (data: Record<string, object>) =>
      admin.appendToStream('$settings', jsonEvent({ type: 'settings', data }));
    await ops.appendToStream(stream, event('a'));
    await settings({ $userStreamAcl: { $w: '$admins' }, $systemStreamAcl: { $r: ['$ops'] } });
    await denied(ops.appendToStream(stream, event('b')));
    expect(await typesOf(ops.readStream(stream))).toEqual(['a']);
    expect(await typesOf(ops.readAll({ maxCount: 1 }))).toHaveLength(1);
    await settings({});
    await ops.appendToStream(stream, event('b'));
    await denied(typesOf(ops.readAll({ maxCount: 1 })));
  });
});

describe('over TLS', () => {
  it('a client finds the node as a cluster of one', async () => {
    await store.client('ops:changeit', 'esdb+discover').appendToStream(newStream(), event('a'));
  });

  it('a client without TLS is not served', async () => {
    const plain = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${store.port}?tls=false`);
    await expect(typesOf(plain.readStream('a'))).rejects.toThrow(UnavailableError);
    await plain.dispose();
  });

  const askHttp1 = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { port, ca } = store;
      getHttp1({ host: '127.0.0.1', port, path, ca, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  it('HTTP/1.1 answers on the same port; the statistics are for those who say who they are', async () => {
    const authorization = (user: string) => ({ authorization: `Basic ${btoa(user)}` });
    expect(await askHttp1('/health/live')).toBe(204);
    expect(await askHttp1('/info')).toBe(200);
    expect(await askHttp1('/gossip')).toBe(200);
    expect(await askHttp1('/no-such-path')).toBe(404);
    expect(await askHttp1('/stats')).toBe(401);
    expect(await askHttp1('/stats', authorization('ops:wrong'))).toBe(401);
    expect(await askHttp1('/stats', authorization('ops:changeit'))).toBe(200);
  });

  it('the same pages come over HTTP/2', async () => {
    const session = connectHttp2(`https://127.0.0.1:${store.port}`, { ca: store.ca });
    const status = await new Promise((resolve, reject) => {
      const request = session.request({ ':path': '/health/live' });
      request.on('response', (headers) => resolve(headers[':status']));
      request.on('error', reject);
    });
    expect(status).toBe(204);
    await new Promise<void>((resolve) => session.close(resolve));
  });

  it('credentials that are no base64 are an error of the server', async () => {
    expect(await askHttp1('/info', { authorization: 'Basic !!!!' })).toBe(500);
  });
});
