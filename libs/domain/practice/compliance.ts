import type { CivilDate } from '../calendar/dates.js';
import type { Refused } from '../decision.js';
import { supplierOfProduct, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { levelChangeOn, levelOn } from '../supplier/state.js';
import { installedLevelOn, isCovered, isInstalled, levelUpgradeOn } from './installed.js';
import type { Instance } from './state.js';

/** The level from which a product can be signed up to the scheme and selected from it (S3, I5). */
export const SIGN_UP_LEVEL = 2;

/**
 * What keeps an instance from being signed up on that day, in the order of S3: the level, of the product and as
 * installed, then Choose and Book, then ETP; null where nothing does.
 * @rule S3
 */
export const signUpGap = (instance: Instance, reference: Reference, on: CivilDate): Refused | null => {
  const { instanceId } = instance;
  if (compliantLevelOn(instance, reference, on) < SIGN_UP_LEVEL)
    return refuse('LEVEL_TOO_LOW', { what: levelInWords(instance, reference, on), on });
  if (!isInstalled(instance, 'CHOOSE_AND_BOOK', on))
    return refuse('CHOOSE_AND_BOOK_MISSING', { instanceId, on });
  return isInstalled(instance, 'ETP', on) ? null : refuse('ETP_MISSING', { instanceId, on });
};

/** The level that counts on a day: the product's, but no higher than as installed; 0 where it has none (S3). */
export const compliantLevelOn = (instance: Instance, reference: Reference, on: CivilDate): number =>
  Math.min(productLevelOn(instance, reference, on), installedLevelOn(instance, on));

const productLevelOn = ({ productId }: Instance, reference: Reference, on: CivilDate): number =>
  levelOn(supplierOfProduct(reference, productId), productId, on) ?? 0;

/** `EMIS.EMIS-LV is at Level 1`, or where it is the installation that is behind, `E1 is installed at Level 1` (S3, A15). */
export const levelInWords = (instance: Instance, reference: Reference, on: CivilDate): string => {
  const installed = installedLevelOn(instance, on);
  const ofProduct = productLevelOn(instance, reference, on);
  return installed < ofProduct
    ? `${instance.instanceId} is installed at Level ${installed}`
    : `${instance.productId} is at Level ${ofProduct}`;
};

/**
 * Whether a system that a Call-Off covers on that day has lost the level that sign-up needs (A29, F14).
 * @rule F14
 */
export const isAtRisk = (instance: Instance, reference: Reference, on: CivilDate): boolean =>
  isCovered(instance, on) && compliantLevelOn(instance, reference, on) < SIGN_UP_LEVEL;

/** The event that made a system's level what it is on a day: its product's, or that of what is installed if it is lower. */
export const levelEvent = (instance: Instance, reference: Reference, on: CivilDate): string | undefined => {
  const { productId, eventId } = instance;
  return installedLevelOn(instance, on) < productLevelOn(instance, reference, on)
    ? (levelUpgradeOn(instance, on)?.eventId ?? eventId)
    : levelChangeOn(supplierOfProduct(reference, productId), productId, on)?.eventId;
};
