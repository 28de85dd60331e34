import type { PracticeEvent } from '#domain/practice/events.js';
import { describeEvent } from '#read-models/audit-history/describe.js';
import { namesIn } from '#read-models/audit-history/names.js';
import { given } from './decisions.js';
import { workedUntil } from './worked-data-set.js';

const products = new Map([
  ['EMIS.EMIS-LV', 'EMIS LV'],
  ['INPS.VISION-3', 'Vision 3'],
]);

/** The whole of W. */
export const workedFile = given(...workedUntil('rehomed')).history.events;

/** An event in plain English, with the instances and the products named as in W. */
export const toldInW = (event: PracticeEvent): string => describeEvent(event, namesIn(workedFile, products));

/** What the audit history tells of an event of W with these fields of its payload. */
export const told = (type: string, payload: object): string =>
  toldInW({ type, payload } as unknown as PracticeEvent);
