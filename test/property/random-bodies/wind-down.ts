import { addDays } from '#domain/calendar/dates.js';
import type { BodyOf } from '#domain/practice/commands.js';
import type { PracticeState } from '#domain/practice/state.js';
import { idOf } from '#testing/fixture.js';
import { pick, instanceOf, near, retention, type Numbers, type RandomBodies } from './draw.js';

/** One of the requests that there are, or none. */
const requestIn = (n: Numbers, { accessRequests }: PracticeState): string =>
  pick(n, 0, [accessRequests.at(-1)?.requestId ?? idOf(1), accessRequests[0]?.requestId ?? idOf(2), idOf(3)]);

export const windDownBodies = {
  'give-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    method: 'Letter',
    ...pick<{ endsOn?: string }>(n, 7, [{}, { endsOn: addDays(on, 120) }, { endsOn: addDays(on, 60) }]),
    ...pick<{ retention?: ReturnType<typeof retention> }>(n, 8, [{}, { retention: retention(n, on) }]),
  }),
  'extend-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    newEndsOn: addDays(near(n, 1, on), 60),
    problemCategory: 'Repeat prescribing',
  }),
  'withdraw-notice': (n) => ({ instanceId: instanceOf(n, 0) }),
  'acknowledge-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    receivedOn: addDays(on, -(n[1]! % 4)),
  }),
  'dispute-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    ...pick<{ claimedOn?: string }>(n, 1, [{}, { claimedOn: addDays(on, -1) }]),
    grounds: 'The letter came later',
  }),
  'order-retention': (n, _state, on) => ({ instanceId: instanceOf(n, 0), ...retention(n, on) }),
  'change-retention': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    ...retention(n, on),
    from: near(n, 3, on),
  }),
  'end-retention': (n, _state, on) => ({ instanceId: instanceOf(n, 0), until: near(n, 1, on) }),
  'record-data-holder': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    holder: pick<BodyOf<'record-data-holder'>['holder']>(n, 1, [
      { kind: 'SUPPLIER', org: 'EMIS' },
      { kind: 'SUPPLIER', org: 'INPS' },
      { kind: 'PRACTICE', org: 'A00001' },
      { kind: 'OTHER', name: 'A store' },
    ]),
    locationClass: 'ARCHIVE',
    format: 'Tape',
    ...pick<{ reviewBy?: string }>(n, 2, [{}, { reviewBy: addDays(on, 100) }]),
  }),
  'record-data-destroyed': (n) => ({
    instanceId: instanceOf(n, 0),
    certificate: { title: 'Certificate', sha256: 'b'.repeat(64) },
  }),
  'request-audit-access': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    purposeClass: pick(n, 1, ['CORONER', 'COMPLAINT']),
    period: { from: addDays(on, -(n[2]! % 400)), until: addDays(on, -(n[3]! % 300)) },
    onWhoseAuthority: 'The practice',
  }),
  'fulfil-audit-access': (n, state) => ({
    requestId: requestIn(n, state),
    chargePence: pick(n, 1, [0, 2500]),
  }),
  'fail-audit-access': (n, state) => ({
    requestId: requestIn(n, state),
    cause: pick(n, 1, ['MEDIA_UNREADABLE', 'OTHER']),
  }),
  'end-source-service': (n) => ({ instanceId: instanceOf(n, 0) }),
} satisfies Partial<RandomBodies>;
