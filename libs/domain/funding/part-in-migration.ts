import { earlierOf, type CivilDate } from '../calendar/dates.js';
import { periodEnd } from '../calendar/periods.js';
import { periodRule, policyOn, type PolicySet } from '../policy/state.js';
import type { Instance, Migration, PracticeState } from '../practice/state.js';
import type { Reference } from '../reference.js';
import { standingEvent } from './life.js';

/** What a go-live makes of an instance from its day on: the source that is wound down, or the target. */
export type PartInMigration = SourcePart | TargetPart;

export interface SourcePart {
  readonly kind: 'SOURCE';
  readonly from: CivilDate;
  /** The last day of central bedding-in funding (S25, A3, A11), or null where A12 gives the source none. */
  readonly beddingInEndsOn: CivilDate | null;
  /** The policy set in force on the go-live date: bedding-in's anchor (B3). */
  readonly policy: PolicySet;
  readonly events: readonly string[];
}

export interface TargetPart {
  readonly kind: 'TARGET';
  readonly from: CivilDate;
  readonly order: Migration['order'];
  readonly events: readonly string[];
}

/** The parts that an instance has in the practice's migrations, by go-live date. */
export const partsInMigrations = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
): readonly PartInMigration[] =>
  state.migrations
    .flatMap(({ goLive, order }): readonly PartInMigration[] => {
      if (goLive === null) return [];
      const events = standingEvent(goLive.events);
      if (goLive.sourceInstanceId === instance.instanceId)
        return [sourcePart(state, reference, instance, { on: goLive.on, events })];
      if (goLive.targetInstanceId !== instance.instanceId) return [];
      return [{ kind: 'TARGET', from: goLive.on, order, events }];
    })
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

const sourcePart = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  { on, events }: { readonly on: CivilDate; readonly events: readonly string[] },
): SourcePart => {
  const policy = policyInForce(reference, on);
  const corresponding = periodEnd(on, periodRule(policy));
  const isOnCallOff = instance.contract === 'GPSOC' && (instance.callOff?.effectiveDate ?? '9999') <= on;
  const endsOn = state.closedOn === null ? corresponding : earlierOf(corresponding, state.closedOn);
  return { kind: 'SOURCE', from: on, beddingInEndsOn: isOnCallOff ? endsOn : null, policy, events };
};

/**
 * The last day on which bedding-in funding may pay for an instance, the source of the latest go-live from it; null
 * where there was no go-live, or it was not on a Call-Off on that day (A12), or the LSP's contract pays (A13).
 */
export const beddingInEndsOn = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
): CivilDate | null => {
  const instance = state.instances[instanceId];
  if (!instance || reference.policy.sets.length === 0) return null;
  const part = partsInMigrations(state, reference, instance).findLast(({ kind }) => kind === 'SOURCE');
  return part?.kind === 'SOURCE' ? part.beddingInEndsOn : null;
};

/** The policy set in force on a day; the days before the first set go by the first. There must be one. */
export const policyInForce = ({ policy }: Reference, on: CivilDate): PolicySet =>
  policyOn(policy, on) ?? (policy.sets[0] as PolicySet);
