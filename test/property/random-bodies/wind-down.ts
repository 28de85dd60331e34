import { addDays } from '#domain/calendar/dates.js';
import { pick, instanceOf, near, retention, type RandomBodies } from './draw.js';

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
  'end-source-service': (n) => ({ instanceId: instanceOf(n, 0) }),
} satisfies Partial<RandomBodies>;
