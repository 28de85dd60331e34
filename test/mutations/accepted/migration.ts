import type { Accepted } from '../report.js';
import { inFile, LEAVES_IT_OUT, NEVER_SO, ONE_OF_ITS_KIND } from './in-file.js';

const OTHER_KIND = 'Only the other kind, refused, is asked about.';
const REQUIRED_BY_SCHEMA =
  'The schema of the command asks for the reason; here the word says only that no limit of days holds.';

const practice = (file: string) => inFile(`libs/domain/practice/${file}.ts`);
const correction = practice('go-live-correction');
const needed = practice('go-live-needs');
const needs = practice('needs');
const service = practice('service-span');
const date = practice('date');
const rules = practice('rules');
const order = practice('order');

export const migration: readonly Accepted[] = [
  correction(
    'correctGoLive',
    'cutoverTime !== undefined && { cutoverTime }',
    '{ cutoverTime }',
    LEAVES_IT_OUT,
  ),
  correction('correctGoLive', "goLive.events[0] ?? ''", 'goLive.events[0]', NEVER_SO),
  needed(
    'extractRefusal',
    'extracts.find(({ eventId }) => eventId === finalExtractId)',
    'extracts.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  practice('migration')(
    'retainedRefusal',
    'retained.find(({ effectiveDate }) => on < effectiveDate)',
    'retained.findLast(…)',
    'Any later decision to retain is in the way, whichever is told.',
  ),
  practice('overtaken')(
    'withOvertaken',
    'RESTED_ON.every((part) => before[part] === after[part])',
    'false',
    'It only saves time.',
  ),
  practice('overtaken')(
    'withOvertaken',
    'before[part] === after[part]',
    'before[part] !== after[part]',
    'No event touches all three parts, and then all proposals are looked at, which costs time alone.',
  ),
  needs('suppliersOf', 'state.instances[id]?.supplier ?? []', 'state.instances[id]?.supplier', NEVER_SO),
  practice('step-order')(
    'brokenNeeds',
    '0',
    '1',
    'The first step of all is the request, which no other needs by this table: it is held against each by itself.',
  ),
  service(
    'spanWithin',
    'rollbacksOf(begun, state, instanceId).findLast((one) => isWithin(one.effectiveDate))',
    'rollbacksOf(begun, state, instanceId).find(…)',
    ONE_OF_ITS_KIND,
  ),
  service('noticeOverFrom', 'instance', 'true', 'A notice is of an instance on record.'),
  service(
    'noticeStandingOn',
    'noticesOf(state, instanceId).findLast( (notice) => notice.effectiveDate <= on && on < noticeOverFrom(state, notice) && !isLapsed(state, notice, on), )',
    'noticesOf(state, instanceId).find(…)',
    'One notice runs at a time (I9).',
  ),
  practice('open-spans')('openSpans', 'ends[index] ?? null', 'ends[index]', NEVER_SO),
  practice('order-span')(
    'standingOrder',
    'ordersOf(migration).find(isStanding)',
    'ordersOf(migration).findLast(…)',
    'One order stands for a system at a time: another is refused (S18).',
  ),
  practice('extract')(
    'rejectExtract',
    'migrations .flatMap(({ migrationId, selected, extracts }) => extracts.map((extract) => ({ migrationId, selected, extract })), ) .find(({ extract }) => extract.eventId === extractId)',
    'migrations .flatMap(({ migrationId, selected, extracts }) => extracts.map((extract) => ({ migrationId, selected, extract })), ) .findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  practice('moved-go-live')(
    'besideOpenRefusal',
    'state.migrations.find((one) => one.migrationId === migrationId)',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  practice('media-review')(
    'mediaReview',
    "retentionSpans(state, instanceId).find( (span) => hasDay(span, on) && span.retention.priceSnapshot?.availability.kind === 'WHILE_MEDIA_READABLE', )",
    'retentionSpans(state, instanceId).findLast(…)',
    'One option holds on a day (I11).',
  ),
  practice('migration')('requestMigration', 'last ?? on', 'last', NEVER_SO),
  practice('overtaken')(
    'withOvertaken',
    'overtaken.length === 0',
    'false',
    'It spares the copying: what is copied without it is the same.',
  ),
  practice('proposals')(
    'confirmProposal',
    "proposal.requestHash ?? ''",
    'proposal.requestHash',
    'A confirmed command is not compared with what stands (R13): its hash is not read.',
  ),
  practice('proposals')('checkOtherParty', "'actor'", "''", OTHER_KIND),
  practice('standing')(
    'requestsAfter',
    'confirmedBy',
    'true',
    'The events of one request stand and fall together: once or twice in the list, it stands.',
  ),
  date(
    'planned',
    'old !== null && cause !== null',
    'old !== null || cause !== null',
    'A cause is asked for exactly where a date stands: both are there, or neither.',
  ),
  date('negotiable', "'negotiable'", "''", OTHER_KIND),
  rules('commandRules', "'ALWAYS_REASON'", "''", REQUIRED_BY_SCHEMA),
  order(
    'standing',
    'migrations .flatMap(({ orders, migrationId }) => orders.map((order) => ({ order, migrationId }))) .findLast(({ order }) => order.trackingRef === trackingRef && isStanding(order))',
    'migrations .flatMap(({ orders, migrationId }) => orders.map((order) => ({ order, migrationId }))) .find(…)',
    'A reference is refused while another order has it (S18); where a correction made two alike, either is as good.',
  ),
];
