import { uuidV5 } from '#platform/ids.js';

/**
 * The id of a command's nth event (from 0) in a stream. It follows from its arguments alone, so a retry of the
 * command offers the store the same ids and can't be written twice (I16).
 */
export const eventId = (commandId: string, stream: string, n: number): string =>
  uuidV5(`${commandId.toLowerCase()} ${stream} ${n}`);
