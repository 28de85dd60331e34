import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Where new ids come from; tests pass one that counts. */
export interface Ids {
  /** A UUID that nobody has seen before. */
  next(): string;
}

/** Ids from the operating system's random source. */
export const systemIds: Ids = { next: () => randomUUID() };

/** A secret of 192 random bits that can stand in a URL without escaping. */
export const randomSecret = (): string => randomBytes(24).toString('base64url');

/** The namespace of every name-based id of the register; changing it would change every event id. */
const REGISTER_NAMESPACE = Buffer.from('8d1f7c0e5f0b5a6c9d3e2b7a41c6e980', 'hex');

/**
 * The name-based UUID (RFC 9562, version 5) of a name in the register's namespace: the same name always
 * gives the same id, which is what makes a retried append recognisable.
 * @param name any text; join parts with a character that none of them contains
 * @param namespace the 16 bytes of another namespace
 */
export function uuidV5(name: string, namespace: Uint8Array = REGISTER_NAMESPACE): string {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
