import type { z } from 'zod';

/**
 * Every version ever stored of one event type, oldest first, and the pure functions that lift a payload from each
 * version to the next. A stored schema is never edited, only added to.
 */
export interface EventVersions {
  readonly schemas: readonly z.ZodType<object>[];
  readonly upcasts: readonly ((payload: object) => object)[];
}
