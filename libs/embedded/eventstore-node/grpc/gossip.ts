import { bytesField, numberField, structuredUuid, textField } from '../wire.js';
import { unary } from './unary.js';
import type { Method } from './call.js';

/** The one member of the cluster: this node. */
export interface Member {
  /** The 16 bytes of a UUID, new with each start. */
  readonly instanceId: Buffer;
  /** Where clients find it, which may be another address than the one it listens on. */
  readonly host: string;
  port(): number;
  /** Milliseconds since 1970. */
  now(): number;
  /** The same as text: an instant in UTC. */
  timeStamp(): string;
}

const LEADER = 8;

/** What is told to clients that look for a cluster: one node, which leads and is alive. */
export const gossip = (member: Member): Method =>
  unary(() => Promise.resolve(bytesField(1, ...memberInfo(member))));

function memberInfo({ instanceId, host, port, now }: Member): Buffer[] {
  return [
    bytesField(1, structuredUuid(instanceId)),
    numberField(2, now() * 10_000),
    numberField(3, LEADER),
    numberField(4, 1),
    bytesField(5, textField(1, host), numberField(2, port())),
  ];
}
