import { bytesField, numberField, textField } from '../wire.js';
import { unary } from './unary.js';
import type { Method } from './call.js';

/** The one member of the cluster: this node. */
export interface Member {
  /** 16 random bytes, new with each start. */
  readonly instanceId: Buffer;
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
  // 48 bits of each half are enough for an id that nobody compares, and fit into a double.
  const half = (offset: number): number => instanceId.readUIntBE(offset, 6);
  return [
    bytesField(1, bytesField(1, numberField(1, half(0)), numberField(2, half(8)))),
    numberField(2, now() * 10_000),
    numberField(3, LEADER),
    numberField(4, 1),
    bytesField(5, textField(1, host), numberField(2, port())),
  ];
}
