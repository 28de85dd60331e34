import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '#apps/api/create-api.js';
import { publishFirstStart } from '#commands/first-start.js';
import { eventRegistry } from '#contracts/registry.js';
import type { Actor } from '#domain/recorded.js';
import { openStore, type Store } from '#event-store/index.js';
import { issueToken, type TokenHolder, tokenVerifier } from '#platform/auth.js';
import { systemClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { createLogger } from '#platform/logging.js';
import { type SigningKey, signingKey } from '#platform/signing-key.js';
import { install, openSql, runProjections, type Sql } from '#projections/index.js';
import { projections } from '#read-models/index.js';
import { useEventStore } from '#testing/event-store.js';

/** What the API answered; `body` is the JSON value, or the text of another type. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Somebody whom a token can name. */
export type Person = Pick<Actor, 'sub' | 'name' | 'org' | 'role'>;

type Headed = Readonly<Record<string, string>>;

/** The whole API with its projections, on an event store of a spec's own; there inside hooks and tests. */
export interface TestApi {
  readonly address: string;
  readonly store: Store;
  readonly key: SigningKey;
  /** A token of this person; negative seconds make one past its time. */
  token(person: Person, seconds?: number): Promise<string>;
  /** Reads as this person everything that was recorded before. */
  get(path: string, as: Person, headers?: Headed): Promise<Answered>;
  /** Sends a command as this person, with a key of its own unless `headers` has one. */
  post(path: string, as: Person, body: object, headers?: Headed): Promise<Answered>;
  /** Sends anything. */
  send(path: string, request: RequestInit): Promise<Answered>;
}

const answered = async (response: Response): Promise<Answered> => {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /json/.test(headers.get('content-type') ?? '');
  return { status, headers, text, body: isJson ? (JSON.parse(text) as Answered['body']) : {} };
};

/**
 * Starts the API and its projections for the spec in which it is called, and stops them afterwards.
 * @param fill puts on record what the spec begins with, after first start (R14)
 */
export function useApi(fill: (store: Store) => Promise<void> = () => Promise.resolve()): TestApi {
  const node = useEventStore();
  const stopping = new AbortController();
  let [folder, address] = ['', ''];
  let [store, sql, key]: [Store?, Sql?, SigningKey?] = [];
  let api: Awaited<ReturnType<typeof createApi>> | undefined;
  let projecting: Promise<void> | undefined;

  beforeAll(async () => {
    const log = createLogger('test', { logLevel: 'silent', logFormat: 'json' });
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-api-'));
    key = await signingKey(folder);
    store = openStore({ ...node, registry: eventRegistry });
    sql = openSql(node.databaseUrl, 4);
    const register = { store, clock: systemClock };
    await fill(store);
    await publishFirstStart(register);
    for (const projection of projections) await install(sql, projection);
    const { databaseUrl } = node;
    projecting = runProjections({ databaseUrl, store, log, signal: stopping.signal }, projections);
    api = await createApi({ register, sql, verifyToken: await tokenVerifier(key), clock: systemClock, log });
    await api.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await api?.close();
    stopping.abort();
    await projecting;
    await Promise.all([store?.close(), sql?.end({ timeout: 1 }), rm(folder, { recursive: true })]);
  });

  const token = ({ sub, name, org, role }: Person, seconds = 600) =>
    issueToken(key!, { sub, name, org, role: role as TokenHolder['role'] }, seconds);
  const send = async (path: string, request: RequestInit) => answered(await fetch(address + path, request));
  return {
    get address() {
      return address;
    },
    get store() {
      return store!;
    },
    get key() {
      return key!;
    },
    token,
    send,
    get: async (path, as, headers = {}) => {
      const head = String(await store!.headPosition());
      const own = {
        authorization: `Bearer ${await token(as)}`,
        'register-read-after': head,
        prefer: 'wait=20',
      };
      return send(path, { headers: { ...own, ...headers } });
    },
    post: async (path, as, body, headers = {}) => {
      const own = {
        authorization: `Bearer ${await token(as)}`,
        'content-type': 'application/json',
        'idempotency-key': systemIds.next(),
      };
      return send(path, { method: 'POST', headers: { ...own, ...headers }, body: JSON.stringify(body) });
    },
  };
}
