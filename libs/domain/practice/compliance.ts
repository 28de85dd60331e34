import type { CivilDate } from '../calendar/dates.js';
import type { Refused } from '../decision.js';
import { supplierOfProduct, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { levelOn } from '../supplier/state.js';
import type { Instance } from './state.js';

/** The level from which a product can be signed up to the scheme and selected from it (S3, I5). */
export const SIGN_UP_LEVEL = 2;

/**
 * What keeps an instance from being signed up on that day, in the order of S3: the level, of the product and as
 * installed, then Choose and Book, then ETP; null where nothing does.
 */
export const signUpGap = (instance: Instance, reference: Reference, on: CivilDate): Refused | null => {
  const { instanceId, productId } = instance;
  const ofProduct = levelOn(supplierOfProduct(reference, productId), productId, on) ?? 0;
  const level = Math.min(ofProduct, instance.level);
  if (level < SIGN_UP_LEVEL) return refuse('LEVEL_TOO_LOW', { productId, level, on });
  if (!instance.chooseAndBook) return refuse('CHOOSE_AND_BOOK_MISSING', { instanceId });
  return instance.etp ? null : refuse('ETP_MISSING', { instanceId });
};
