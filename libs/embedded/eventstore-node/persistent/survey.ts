import type { Definition } from './definition.js';
import type { Group } from './group.js';
import type { Position } from './position.js';
import type { Seat } from './seat.js';

/** What a group tells about itself; positions are in the protocol's words, empty if there are none. */
export interface Survey {
  readonly definition: Definition;
  readonly status: string;
  readonly connections: readonly ConnectionSurvey[];
  readonly rate: Rate;
  readonly lastCheckpoint: string;
  readonly lastKnown: string;
  readonly readCount: number;
  readonly liveCount: number;
  readonly retryCount: number;
  readonly outstanding: number;
  readonly parkedCount: number;
}

export interface ConnectionSurvey {
  readonly seat: Seat;
  readonly rate: Rate;
}

/** How many messages were sent: ever, since the last survey, and in a second on average since then. */
export interface Rate {
  readonly total: number;
  readonly since: number;
  readonly perSecond: number;
}

type State = ReturnType<Group['state']>;

/** Surveys a group; rates are those since the survey before. @param now milliseconds */
export function createSurvey(
  definition: Definition,
  { describe }: { describe(position: Position): string },
  now: () => number,
): (state: State, parked: { readonly first: number; readonly end: number }) => Survey {
  let lastTime = now();
  let lastTotals = new Map<Seat, number>();
  let sent = 0;
  const inWords = (position: Position | undefined): string =>
    position === undefined ? '' : describe(position);
  return (state, parked) => {
    const elapsed = now() - lastTime;
    const rateOf = (total: number, before: number): Rate => {
      const since = total - before;
      return { total, since, perSecond: elapsed > 0 ? Math.trunc((since * 1000) / elapsed) : 0 };
    };
    const connections = state.seats.map((seat) => ({
      seat,
      rate: rateOf(seat.total, lastTotals.get(seat) ?? 0),
    }));
    const rate = rateOf(state.sent, sent);
    lastTime = now();
    lastTotals = new Map(state.seats.map((seat) => [seat, seat.total]));
    sent = state.sent;
    return {
      definition,
      status: statusOf(state),
      connections,
      rate,
      lastCheckpoint: inWords(state.lastCheckpoint),
      lastKnown: inWords(state.lastKnown),
      readCount: state.readCount,
      liveCount: state.liveCount,
      retryCount: state.retryCount,
      outstanding: state.outstanding,
      parkedCount: Math.max(parked.end - Math.max(parked.first, state.replayed), 0),
    };
  };
}

const statusOf = ({ live, reading, replaying }: State): string =>
  [
    ...(live ? [] : ['Behind']),
    ...(reading ? ['OutstandingPageRequest'] : []),
    ...(replaying ? ['ReplayingParkedMessages'] : []),
    ...(live ? ['Live'] : []),
  ].join(', ');
