import type { Access } from '../access/access.js';
import type { Member } from '../grpc/gossip.js';
import { statistics } from '../grpc/monitoring.js';
import { SERVER_VERSION } from '../grpc/server-features.js';

/** What the node answers over plain HTTP, whichever version carries it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers a request for a path, with its query; the authorization is that of the header. */
export type HttpRoutes = (path: string, authorization: string | undefined) => Promise<HttpAnswer>;

const VERSION = `${SERVER_VERSION}.0`;
const NO_PORT = 0;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const WHO_ARE_YOU = { status: 401, headers: { 'www-authenticate': 'Basic realm="ESDB"' } };

/** What operators and probes ask over plain HTTP; only the statistics are for those who say who they are. */
export function httpRoutes(
  member: Member,
  committed: () => number,
  { authenticate }: Access,
  secure: boolean,
): HttpRoutes {
  const open: Readonly<Record<string, () => object>> = {
    '/info': () => info(secure),
    '/gossip': () => gossip(member, committed()),
  };
  return async (path, authorization) => {
    const [name = '/'] = path.split('?');
    if (name === '/health/live') return { status: 204 };
    const caller = await authenticate(authorization);
    if (caller === 'malformed') return { status: 500 };
    if (caller === 'wrong') return WHO_ARE_YOU;
    const page = open[name];
    if (page !== undefined) return inJson(page());
    if (name !== '/stats') return { status: 404 };
    return caller === undefined ? WHO_ARE_YOU : inJson(statistics(committed()));
  };
}

const inJson = (page: object): HttpAnswer => ({
  status: 200,
  headers: JSON_TYPE,
  body: JSON.stringify(page),
});

const info = (secure: boolean): object => ({
  esVersion: VERSION,
  state: 'leader',
  features: { projections: false, userManagement: secure, atomPub: false },
  authentication: { type: secure ? 'internal' : 'insecure', properties: {} },
});

function gossip({ instanceId, host, port, timeStamp }: Member, committed: number): object {
  const id = instanceId.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const member = {
    instanceId: id,
    timeStamp: timeStamp(),
    state: 'Leader',
    isAlive: true,
    internalTcpIp: host,
    internalTcpPort: NO_PORT,
    internalSecureTcpPort: NO_PORT,
    externalTcpIp: host,
    externalTcpPort: NO_PORT,
    externalSecureTcpPort: NO_PORT,
    httpEndPointIp: host,
    httpEndPointPort: port(),
    lastCommitPosition: committed,
    writerCheckpoint: committed,
    chaserCheckpoint: committed,
    epochPosition: 0,
    epochNumber: 0,
    epochId: id,
    nodePriority: 0,
    isReadOnlyReplica: false,
    esVersion: VERSION,
  };
  return { members: [member], serverIp: host, serverPort: port() };
}
