import type { Actor } from '../recorded.js';
import type { Reference } from '../reference.js';

/** Whose stream it is, who acts, and what is known of the other suppliers. */
export interface SupplierContext {
  readonly id: string;
  readonly actor: Actor;
  readonly reference: Reference;
}
