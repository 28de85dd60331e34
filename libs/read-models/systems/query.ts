import type { CivilDate } from '#domain/calendar/dates.js';
import type { Reference } from '#domain/reference.js';
import {
  isListed,
  levelOn,
  levelTwoPlannedOn,
  suspensionOn,
  withdrawalOn,
  type SupplierState,
} from '#domain/supplier/state.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, pageSize, type Asked, type Paging } from '../asked.js';
import { referenceKnownAt } from '../audit-history/file.js';
import type { SystemListed, Systems } from './answers.js';

/** The level from which a product is compliant (S3). */
const COMPLIANT_LEVEL = 2;

/** The systems listed on the day, by product id (S2); with what was announced, planned and decided of each by then. */
export const systemsListedOn = ({ suppliers }: Reference, on: CivilDate): SystemListed[] =>
  Object.entries(suppliers)
    .flatMap(([id, supplier]) =>
      Object.keys(supplier.products)
        .filter((productId) => isListed(supplier, productId, on))
        .map((productId) => systemListed(id, supplier, productId, on)),
    )
    .sort((one, other) => (one.productId < other.productId ? -1 : 1));

const systemListed = (
  id: string,
  supplier: SupplierState,
  productId: string,
  on: CivilDate,
): SystemListed => {
  const level = levelOn(supplier, productId, on);
  const isCompliant = level !== null && level >= COMPLIANT_LEVEL;
  const product = supplier.products[productId];
  const withdrawal = withdrawalOn(supplier, productId, on);
  return {
    productId,
    name: product?.name ?? productId,
    supplier: id,
    supplierName: supplier.supplier?.name ?? id,
    level,
    isCompliant,
    listedFrom: product?.from ?? on,
    withdrawal: withdrawal ? { announcedOn: withdrawal.from, lastDay: withdrawal.lastDay } : null,
    levelTwoPlannedFor: isCompliant ? null : levelTwoPlannedOn(supplier, productId, on),
    fundingSuspendedFrom: suspensionOn(supplier, productId, on)?.from ?? null,
  };
};

/** A page of the register of systems on a day as known at an instant (S2). */
export const listSystems = async (sql: Sql, asked: Asked & Paging): Promise<Systems> => {
  const { knownAt, cursor = '' } = asked;
  const reference = await referenceKnownAt(sql, knownAt, []);
  const rest = systemsListedOn(reference, dayAsked(asked)).filter(({ productId }) => productId > cursor);
  const systems = rest.slice(0, pageSize(asked));
  const next = rest.length > systems.length ? (systems.at(-1)?.productId ?? null) : null;
  return { on: asked.on ?? null, knownAt, systems, next };
};
