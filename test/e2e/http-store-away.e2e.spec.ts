import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '#apps/api/create-api.js';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { issueToken, tokenVerifier } from '#platform/auth.js';
import { systemClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { createLogger } from '#platform/logging.js';
import { signingKey } from '#platform/signing-key.js';
import { install, openSql, type Sql } from '#projections/index.js';
import { projections } from '#read-models/index.js';
import { usePostgres } from '#testing/postgres.js';

/** A port at which nobody listens. */
const closedPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('while the event store is away', () => {
  const database = usePostgres();
  let sql: Sql;
  let close: () => Promise<unknown>;
  let address: string;
  let authorization: string;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gpsoc-away-'));
    const key = await signingKey(folder);
    const connectionString = `esdb://127.0.0.1:${await closedPort()}?tls=false`;
    const store = openStore({ connectionString, registry: eventRegistry, timeoutMs: 200 });
    sql = openSql(database.url, 1);
    const log = createLogger('test', { logLevel: 'silent', logFormat: 'json' });
    const verifyToken = await tokenVerifier(key);
    const register = { store, clock: systemClock };
    const api = await createApi({ register, sql, verifyToken, clock: systemClock, log });
    await api.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}`;
    const reader = { sub: 'n', name: 'N Team', role: 'NAT', org: 'NATIONAL' } as const;
    authorization = `Bearer ${await issueToken(key, reader, 60)}`;
    close = () =>
      Promise.all([api.close(), store.close(), sql.end({ timeout: 1 }), rm(folder, { recursive: true })]);
  });
  afterAll(() => close());

  it('a command is answered 503: send it again with the same key', async () => {
    const response = await fetch(`${address}/api/v1/practices/A00001/register-practice`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': systemIds.next() },
      body: JSON.stringify({ effectiveDate: '2008-04-01', name: 'The Example Surgery' }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      remedy: expect.stringContaining('same key'),
    });
  });

  it('a question before the projector’s first start is answered 503', async () => {
    const response = await fetch(`${address}/api/v1/practices`, { headers: { authorization } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      503,
      'READ_MODEL_UNAVAILABLE',
    ]);
  });

  it('a question whose read model the projector has still to install is answered 503, waiting or not', async () => {
    await install(
      sql,
      projections.find(({ name }) => name === 'audit_history')!,
    );
    for (const headers of [{}, { 'register-read-after': '0', prefer: 'wait=0' }]) {
      const response = await fetch(`${address}/api/v1/practices`, { headers: { authorization, ...headers } });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        503,
        'READ_MODEL_UNAVAILABLE',
      ]);
    }
  });

  it('the service lives, but is not ready, and says what is missing', async () => {
    expect((await fetch(`${address}/livez`)).status).toBe(200);
    const ready = await fetch(`${address}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'unavailable', eventStore: 'unavailable' });
  });
});
