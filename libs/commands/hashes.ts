import type { Actor } from '#domain/recorded.js';
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order, so that equal values give equal text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Of the whole request and who sent it: a key that comes again with another hash is refused (I16). */
export const commandHash = (stream: string, name: string, body: object, { sub, role, org }: Actor): string =>
  sha256({ stream, name, body, sub, role, org });

/** What R13 does not compare: reasons, evidence, and the ids of events. */
const NOT_COMPARED = new Set([
  'reason',
  'evidence',
  'migrationId',
  'proposalEventId',
  'selectionId',
  'finalExtractId',
]);

/** Of organisation, command, effective date and content: the same hash is the same request (R13). */
export const requestHash = (name: string, body: object, { org }: Actor): string => {
  const compared = Object.fromEntries(Object.entries(body).filter(([key]) => !NOT_COMPARED.has(key)));
  return sha256({ name, org, compared });
};
