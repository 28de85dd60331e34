import { addDays } from '#domain/calendar/dates.js';
import { fundingTimeline } from '#domain/funding/index.js';
import type { PracticeEventType } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { brokenInvariants } from '#domain/practice/invariants.js';
import { initialPractice } from '#domain/practice/state.js';
import { command, given } from '#testing/decisions.js';
import { national, otherPct, patel, reed } from '#testing/fixture.js';
import type { History, Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { isAnsweredSo, isTold, lastInstant, stepsAt } from './agreement.js';
import { brokenBy } from './broken-by.js';
import { acceptedOf, beginnings, confirmedBy, draws, type Draw } from './random-practice.js';
import { unfunded } from './unfunded.js';

const { STATE_SEQUENCES, STATE_SEED, STATE_PATH } = process.env;

/** 20,000 in `npm run test:long`. */
const SEQUENCES = Number(STATE_SEQUENCES ?? 300);

/** The `seed` and `path` that a failure prints: they draw its sequence again, and those after it. */
const DRAWN_AGAIN = {
  ...(STATE_SEED !== undefined && { seed: Number(STATE_SEED) }),
  ...(STATE_PATH !== undefined && { path: STATE_PATH }),
};

/** Where what costs most is looked at, by the draw itself: one in so many, so that many sequences can be tried. */
const isLookedAt = ({ numbers }: Draw, oneIn: number): boolean => numbers[6]! % oneIn === 0;

/** Fails unless everything holds that must hold at any point of a stream. */
const expectWhole = (history: History) => {
  expect(brokenInvariants(history.state)).toEqual([]);
  expect(unfunded(history.state, fundingTimeline(history.state, history.reference))).toEqual([]);
};

/** Fails unless the events alone give the state. */
const expectReplayed = ({ events, state }: History) =>
  expect(isDeepStrictEqual(events.reduce(evolvePractice, initialPractice), state)).toBe(true);

/** Fails unless what was accepted had been told, on its day, as a step that its role could take. */
const expectTold = (before: History, step: Step) => {
  if (step.by.role === 'PM') return;
  const steps = stepsAt(before, step.body.effectiveDate, step.at);
  expect([step, isTold(step, steps)]).toEqual([step, true]);
};

/** Fails unless each step that is told would be answered so. */
const expectAnsweredSo = (history: History) => {
  const at = lastInstant(history);
  const steps = stepsAt(history, at.slice(0, 10), at);
  expect(steps.filter((step) => !isAnsweredSo(history, step, at))).toEqual([]);
};

const after = (before: History, draw: Draw): History => {
  const accepted = acceptedOf(before, draw);
  if (!accepted) return before;
  const history = confirmedBy(accepted.after, draw);
  expect(brokenBy(before, history)).toEqual([]);
  expectWhole(history);
  if (isLookedAt(draw, 15)) {
    expectTold(before, accepted.step);
    expectReplayed(history);
  }
  return history;
};

describe('I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11 I12 I13 I14 R6 S37: whatever forty commands anybody gives', () => {
  it('the invariants hold after each, funding is whole, replay gives the state, and next steps told of it', () => {
    let accepted = 0;
    fc.assert(
      fc.property(beginnings, fc.array(draws, { minLength: 40, maxLength: 40 }), (beginning, drawn) => {
        const end = drawn.reduce(after, beginning);
        accepted += end.commands - beginning.commands;
        expectReplayed(end);
        if (isLookedAt(drawn[0]!, 4)) expectAnsweredSo(end);
      }),
      // Forty draws take minutes to shrink, and what fails is named; its seed and path give the sequence again.
      { numRuns: SEQUENCES, endOnFailure: true, ...DRAWN_AGAIN },
    );
    expect(accepted).toBeGreaterThan(5 * SEQUENCES);
  });
});

describe('a planted fault is caught:', () => {
  /** What W's last event of a type would break if it were recorded otherwise. */
  const brokenAfter = (type: PracticeEventType, change: (event: never) => object) => {
    const { events } = given(...workedUntil('extended')).history;
    const index = events.findLastIndex((event) => event.type === type);
    const before = { ...history, events: events.slice(0, index) };
    const changed = { ...events[index]!, ...change(events[index]! as never) };
    const folded = { ...before, state: before.events.reduce(evolvePractice, initialPractice) };
    return brokenBy(folded, { ...folded, events: [...before.events, changed as never] });
  };
  const payload = (fields: object) => (event: { readonly payload: object }) => ({
    payload: { ...event.payload, ...fields },
  });
  const metadata = (fields: object) => (event: { readonly metadata: object }) => ({
    metadata: { ...event.metadata, ...fields },
  });
  const { state, history } = given(...workedUntil('extended'));
  const timeline = fundingTimeline(state, history.reference);
  const [migration, notice] = [state.migrations[0]!, state.notices[0]!];

  it('W has none', () => {
    expect(brokenInvariants(state)).toEqual([]);
    expect(unfunded(state, timeline)).toEqual([]);
  });
  it('I1: two open migrations', () => {
    const other = { ...migration, migrationId: '00000000-0000-4000-8000-000000000099' };
    expect(brokenInvariants({ ...state, migrations: [migration, other] })).toEqual(['I1']);
  });
  it('I9: a second notice while one runs, and an extension that shortens', () => {
    const { extensions: _, ...rest } = notice;
    const second = { ...rest, effectiveDate: '2009-07-31', endsOn: '2009-10-31', extensions: [] };
    expect(brokenInvariants({ ...state, notices: [notice, second] })).toEqual(['I9']);
    expect(brokenInvariants({ ...state, notices: [{ ...notice, endsOn: '2009-08-31' }] })).toEqual(['I9']);
  });
  it('I10 I11: full retention beside a notice, and beside another option', () => {
    const [standing] = state.retentions;
    const full = { ...standing!, option: 'FULL' as const, from: '2009-07-01', lastDay: null };
    expect(brokenInvariants({ ...state, retentions: [full] })).toEqual(['I10']);
    expect(
      brokenInvariants({ ...state, retentions: [standing!, { ...standing!, from: '2009-09-01' }] }),
    ).toEqual(['I11']);
  });
  it('R6: a day without a payer, and a day with two', () => {
    const [first, ...others] = timeline;
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, -1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, [{ ...first!, to: addDays(first!.to!, 1) }, ...others])).not.toEqual([]);
    expect(unfunded(state, others)).not.toEqual([]);
  });
  it.each<[string, PracticeEventType, (event: never) => object]>([
    ['I1', 'MigrationRequested', metadata({ actor: patel })],
    ['I2', 'ChangeAgreed', metadata({ actor: otherPct })],
    ['I3', 'SystemSelected', metadata({ confirmedBy: undefined })],
    ['I4', 'SystemSelected', payload({ productId: 'Microtest.EVOLUTION' })],
    ['I5', 'SystemSelected', payload({ levelAtDate: 1 })],
    ['I7', 'GoLiveDeclared', payload({ effectiveDate: '2009-03-14' })],
    ['I8', 'NoticeGiven', payload({ supplier: 'INPS' })],
    ['I8', 'NoticeGiven', payload({ endsOn: '2009-06-19' })],
    ['I9', 'NoticeExtended', metadata({ actor: national })],
    ['I12', 'MigrationSignedOff', metadata({ recordedAt: '2009-03-01T12:00:00.000Z' })],
    ['I14', 'GoLiveCorrected', metadata({ confirmedBy: patel })],
    ['C3', 'MigrationOrderPlaced', metadata({ actor: reed })],
  ])('%s: %s recorded otherwise', (id, type, change) => {
    expect(brokenAfter(type, change)).toContain(id);
  });
  it('I3: a date planned by two alone, and I13: an event that is gone', () => {
    const whole = given(...workedUntil('planned')).history;
    const byTwo = whole.events.filter(
      ({ type, metadata: { actor } }) => type !== 'MigrationDateAgreed' || actor.role !== 'PR',
    );
    const before = { ...whole, events: byTwo.slice(0, -1) };
    const folded = { ...before, state: before.events.reduce(evolvePractice, initialPractice) };
    expect(brokenBy(folded, { ...folded, events: byTwo })).toContain('I3');
    expect(brokenBy(whole, { ...whole, events: whole.events.slice(1) })).toContain('I13');
    expect(brokenBy(before, whole)).toContain('I13');
  });
  it('S37: a command that was not told, and a state that its events do not give', () => {
    const live = given(...workedUntil('live')).history;
    const notice = command('give-notice', {
      effectiveDate: '2009-03-20',
      instanceId: 'V1',
      method: 'Letter',
    });
    expect(() => expectTold(live, notice)).toThrow();
    expect(() => expectReplayed({ ...live, state: { ...live.state, closedOn: '2009-03-20' } })).toThrow();
  });
});
