import type { Projection } from '#projections/index.js';
import { KEPT_EVENTS, keepEvents } from '../kept-events.js';

/** Every event of every practice and every reference stream, in order: the file that all else is read from. */
export const auditHistoryProjection: Projection = {
  name: 'audit_history',
  version: 1,
  ddl: KEPT_EVENTS,
  apply: (events, tx) => keepEvents(tx, events),
};
