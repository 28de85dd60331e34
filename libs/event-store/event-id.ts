import { createHash } from 'node:crypto';

/** The namespace (RFC 9562) under which the register names its events; it must never change. */
const EVENTS = Buffer.from('6f1d5c0a3b0e5d7c9a4e2b8f70c1d3e5', 'hex');

/** The UUID of version 5 (RFC 9562) of a name within the register's namespace of events. */
const uuidV5 = (name: string): string => {
  const bytes = createHash('sha1').update(EVENTS).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/**
 * The id of a command's nth event (from 0) in a stream. It follows from its arguments alone, so a retry of the
 * command offers the store the same ids and can't be written twice (I16).
 */
export const eventId = (commandId: string, stream: string, n: number): string =>
  uuidV5(`${commandId.toLowerCase()} ${stream} ${n}`);
