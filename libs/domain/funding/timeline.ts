import { namingCorrections } from '../practice/naming-corrections.js';
import type { PracticeState } from '../practice/state.js';
import type { Reference } from '../reference.js';
import type { FundingInterval } from './interval.js';
import { livesOf } from './life.js';
import { retentionIntervals } from './retention.js';
import { serviceIntervals } from './service.js';

/**
 * Who pays for every row of every instance, from the first day of its life to its last, then for its retention
 * (R4, R6, R15). By instance, row and day; empty before the first policy set is on record.
 * @rule R15
 */
export const fundingTimeline = (state: PracticeState, reference: Reference): readonly FundingInterval[] => {
  if (reference.policy.sets.length === 0) return [];
  const intervals = Object.values(state.instances).flatMap((instance) => {
    const service = serviceIntervals(state, reference, instance, livesOf(state, instance));
    return [...service, ...retentionIntervals(state, reference, instance)];
  });
  return namingCorrections(state, intervals);
};
