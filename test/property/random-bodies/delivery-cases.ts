import type { CivilDate } from '#domain/calendar/dates.js';
import type { PracticeState } from '#domain/practice/state.js';
import { idOf } from '#testing/fixture.js';
import { pick, some, near, type Numbers, type RandomBodies } from './draw.js';

const lastMigration = ({ migrations }: PracticeState) => migrations.at(-1);
const problemOf = (state: PracticeState) => lastMigration(state)?.problems.at(-1)?.raised.eventId ?? idOf(98);
const orderOf = (n: Numbers, { migrations }: PracticeState) =>
  pick(n, 2, ['TRACK-1', ...migrations.flatMap(({ orders }) => orders.map((one) => one.trackingRef))]);
const at = (day: CivilDate) => `${day}T08:00`;

export const deliveryCaseBodies = {
  'amend-order': (n, state) => ({
    trackingRef: pick(n, 0, [orderOf(n, state), orderOf(n, state), 'TRACK-9']),
    services: [{ service: pick(n, 1, ['All', 'Deployment', 'Training']) }],
  }),
  'cancel-order': (n, state) => {
    const chargePence = some(n, 1, 25_000);
    return {
      trackingRef: pick(n, 0, [orderOf(n, state), orderOf(n, state), 'TRACK-9']),
      ...(chargePence !== undefined && { chargePence }),
    };
  },
  'reject-extract': (n, state) => ({
    extractId: lastMigration(state)?.extracts.at(-1)?.eventId ?? idOf(24),
    grounds: [pick(n, 0, ['Unreadable', 'Incomplete'])],
  }),
  'raise-data-access-problem': (n) => ({ problem: pick(n, 0, ['No answer', 'Too slow']) }),
  'escalate-data-access-problem': (_n, state) => ({ problemId: problemOf(state) }),
  'resolve-data-access-problem': (n, state) => ({
    problemId: problemOf(state),
    resolution: pick(n, 0, ['Answered', 'Arrived']),
  }),
  'report-go-live': (n) => {
    const cutoverTime = some(n, 0, '08:00');
    return cutoverTime === undefined ? {} : { cutoverTime };
  },
  'record-backload': (n, _state, on) => ({
    from: at(near(n, 0, on)),
    to: at(on),
    method: pick(n, 1, ['Keyed in', 'Scanned']),
  }),
} satisfies Partial<RandomBodies>;
