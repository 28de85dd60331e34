import type { RequestListener } from 'node:http';
import type { Member } from '../grpc/gossip.js';
import { statistics } from '../grpc/monitoring.js';
import { SERVER_VERSION } from '../grpc/server-features.js';

const VERSION = `${SERVER_VERSION}.0`;
const NO_PORT = 0;

/** What operators and probes ask over plain HTTP. @param committed the last committed position */
export function httpRoutes(member: Member, committed: () => number): RequestListener {
  const pages: Readonly<Record<string, () => object>> = {
    '/info': info,
    '/gossip': () => gossip(member, committed()),
    '/stats': () => statistics(committed()),
  };
  return (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const page = pages[pathname];
    if (pathname === '/health/live') {
      response.writeHead(204).end();
    } else if (page === undefined) response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(page()));
    }
  };
}

const info = (): object => ({
  esVersion: VERSION,
  state: 'leader',
  features: { projections: false, userManagement: false, atomPub: false },
  authentication: { type: 'insecure', properties: {} },
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
