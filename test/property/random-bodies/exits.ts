import { idOf } from '#testing/fixture.js';
import { openMigration } from '#domain/practice/state.js';
import { pick, type RandomBodies } from './draw.js';

export const exitBodies = {
  'retract-go-live': (n, { migrations }) => ({
    targetEventId: pick(n, 0, [
      migrations.findLast(({ goLive }) => goLive)?.goLive?.events[0] ?? idOf(25),
      idOf(25),
    ]),
    reason: 'Declared by mistake',
  }),
  'roll-back': (n) => ({ cause: pick(n, 0, ['Prescriptions fail', 'Too slow']) }),
  'abandon-migration': (n, state) => {
    const extractId = openMigration(state)?.extracts.at(-1)?.eventId ?? idOf(24);
    return {
      cause: pick(n, 0, ['Too dear', 'Too late']),
      ...pick<{ chargesIncurredPence?: number }>(n, 1, [{}, { chargesIncurredPence: 25_000 }]),
      ...pick<{ mediaDisposal?: { extractId: string; disposal: string }[] }>(n, 2, [
        {},
        { mediaDisposal: [{ extractId, disposal: 'Destroyed' }] },
      ]),
    };
  },
} satisfies Partial<RandomBodies>;
