import type { Decision } from '../../decision.js';
import type { Refusal, RefusalCode } from '../../refusals.js';
import { isSame } from '../../same-content.js';
import type { PracticeEvent } from '../events.js';
import { flagsOf, type Flag } from '../events/fields.js';
import { WORDS } from './probe.js';

/** What can be done: how it would be answered, and what beside the usual it must be sent with (R1, R2). */
export interface Can {
  readonly outcome: 'ACCEPT' | 'PROPOSE';
  /** The role that confirms, where it waits for another (R2). */
  readonly confirmer?: string;
  readonly flags: readonly Flag[];
  /** Why it is refused as it is usually sent. */
  readonly needs: readonly Refusal[];
  /** The fields with which it is accepted nevertheless; left out where it needs nothing. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** How a step was answered: it can be done, or the first thing that is missing; `body` is what was tried. */
export type TriedOut<Body> = { readonly body: Body } & (
  { readonly can: Can } | { readonly missing: Refusal }
);

/** The field that a body is refused without, and what stands for it. */
const PROVIDED: Partial<Record<RefusalCode, readonly [field: string, value: unknown]>> = {
  REASON_REQUIRED: ['reason', WORDS],
  EVIDENCE_REQUIRED: ['evidence', [{ title: WORDS, sha256: '0'.repeat(64) }]],
};

/**
 * Tries these bodies in order, the likeliest first, until one is accepted, each again with a reason or evidence where
 * it is refused without. Null where nothing would be added, for it is so already (R13), and where it is not for this
 * actor to do at all (403).
 */
export const tryOut = <Body extends object>(
  bodies: readonly Body[],
  decide: (body: Body) => Decision<PracticeEvent>,
): TriedOut<Body> | null => {
  let missing: (TriedOut<Body> & { readonly missing: Refusal }) | null = null;
  let isSo = false;
  for (const tried of bodies) {
    const { body, decision, needs } = withWhatItNeeds(tried, decide, []);
    if (decision.kind === 'accepted') {
      const all = [...(missing ? [missing.missing] : []), ...needs];
      const added = all.length > 0 && { with: differing(body, bodies[0] ?? body) };
      return { body, can: { ...answerOf(decision.events), needs: all, ...added } };
    }
    if (decision.kind === 'nothing') isSo = true;
    else if (decision.refusal.status !== 403) missing ??= { body, missing: decision.refusal };
  }
  return isSo ? null : missing;
};

/** The fields of a body that another has not, or has otherwise. */
const differing = (body: object, usual: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(body).filter(([field, value]) => !isSame(value, usual[field as keyof typeof usual])),
  );

const withWhatItNeeds = <Body extends object>(
  body: Body,
  decide: (body: Body) => Decision<PracticeEvent>,
  needs: readonly Refusal[],
): { body: Body; decision: Decision<PracticeEvent>; needs: readonly Refusal[] } => {
  const decision = decide(body);
  if (decision.kind !== 'refused') return { body, decision, needs };
  const [field, value] = PROVIDED[decision.refusal.code] ?? [];
  if (field === undefined || field in body) return { body, decision, needs };
  return withWhatItNeeds({ ...body, [field]: value }, decide, [...needs, decision.refusal]);
};

const answerOf = (events: readonly PracticeEvent[]): Omit<Can, 'needs' | 'with'> => {
  const flags = [...new Set(events.flatMap(flagsOf))];
  const [first] = events;
  return first?.type === 'CommandProposed'
    ? { outcome: 'PROPOSE', confirmer: first.payload.confirmer, flags }
    : { outcome: 'ACCEPT', flags };
};
