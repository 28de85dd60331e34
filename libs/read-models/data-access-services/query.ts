import type { CivilDate } from '#domain/calendar/dates.js';
import type { Reference } from '#domain/reference.js';
import { dataAccessOn } from '#domain/supplier/state.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, pageSize, type Asked, type Paging } from '../asked.js';
import { referenceKnownAt } from '../audit-history/file.js';
import type { DataAccessServiceListed, DataAccessServices } from './answers.js';

/** The services of every supplier in the version in force on the day, by supplier and service (S22). */
export const dataAccessServicesOn = ({ suppliers }: Reference, on: CivilDate): DataAccessServiceListed[] =>
  Object.entries(suppliers)
    .flatMap(([id, supplier]) => {
      const published = dataAccessOn(supplier, on);
      if (!published) return [];
      const { version, from: inForceFrom, eventId } = published;
      return published.services.map((service) => ({
        id: `${id}.${service.id}`,
        supplier: id,
        supplierName: supplier.supplier?.name ?? id,
        service: service.service,
        extractKind: service.extractKind ?? null,
        details: service.details ?? null,
        chargePence: service.chargePence,
        version,
        inForceFrom,
        eventId,
      }));
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));

/** A page of the register of data-access services on a day as known at an instant (S22). */
export const listDataAccessServices = async (
  sql: Sql,
  asked: Asked & Paging,
): Promise<DataAccessServices> => {
  const { knownAt, cursor = '' } = asked;
  const reference = await referenceKnownAt(sql, knownAt, []);
  const rest = dataAccessServicesOn(reference, dayAsked(asked)).filter(({ id }) => id > cursor);
  const services = rest.slice(0, pageSize(asked));
  const next = rest.length > services.length ? (services.at(-1)?.id ?? null) : null;
  return { on: asked.on ?? null, knownAt, services, next };
};
