import { itemsOf } from '../../chain.js';
import { laterOf, londonDateOf, type CivilDate, type Instant } from '../../calendar/dates.js';
import type { Decision } from '../../decision.js';
import { policyFor } from '../../policy/state.js';
import type { Actor } from '../../recorded.js';
import type { Reference } from '../../reference.js';
import { practiceCommands, type BodyOf, type PracticeCommandName } from '../commands.js';
import { decidePractice } from '../decide.js';
import type { DecisionContext } from '../decider.js';
import type { PracticeEvent } from '../events.js';
import { confirmProposal } from '../proposals.js';
import { commandRules } from '../rules.js';
import type { PracticeState, Proposal } from '../state.js';
import { actorsOf } from './actors.js';
import { NO_EVENT, type Scene, type Trial } from './probe.js';
import { probes } from './probes.js';
import { tryOut, type TriedOut } from './try-out.js';

/** A step that an organisation can take, or what it lacks for it; a command's, or the word on an open proposal (R2). */
export type NextStep = { readonly actor: Actor } & (
  | (TriedOut<BodyOf<PracticeCommandName>> & {
      readonly command: PracticeCommandName;
      readonly instanceId?: string;
      readonly choice?: string;
    })
  | (TriedOut<object> & { readonly command: 'confirm'; readonly proposal: Proposal })
);

/** Which practice, on which day somebody would act, as known at which instant; `requestHash` is what R13 compares. */
export interface NextStepsAsked {
  readonly ods: string;
  readonly on: CivilDate;
  readonly knownAt: Instant;
  readonly requestHash: (name: PracticeCommandName, body: object, actor: Actor) => string;
}

/**
 * What can be done about a practice and by whom, and what is missing for each step that cannot be taken (S37): the
 * answers of the decisions themselves to the bodies that the probes propose, in the order of a change of system, with
 * the open proposals first. A day before `knownAt`'s is acted on late (R10), one after it as if it had come. Steps
 * that would add nothing, or are not for that organisation, are left out.
 */
export const nextSteps = (
  state: PracticeState,
  reference: Reference,
  asked: NextStepsAsked,
): readonly NextStep[] => {
  const { ods, on, knownAt } = asked;
  const scene: Scene = { ods, state, reference, on, today: laterOf(on, londonDateOf(knownAt)) };
  const open = Object.values(state.proposals).filter(({ status }) => status === 'OPEN');
  const names = Object.keys(practiceCommands) as PracticeCommandName[];
  return [
    ...open.flatMap((proposal) => confirmations(proposal, scene, asked)),
    ...names.flatMap((name) => stepsOf(name, scene, asked)),
  ];
};

const stepsOf = (command: PracticeCommandName, scene: Scene, asked: NextStepsAsked): readonly NextStep[] => {
  const { state, on } = scene;
  const trials = probes[command](scene) as readonly Trial<PracticeCommandName>[];
  const actors = commandRules[command].roles.flatMap((role) => actorsOf(role, scene));
  // A request is the same as one of its own command alone (R13): where none stands, there is nothing to compare.
  const mayStand = itemsOf(state.requests).some((request) => request.command === command);
  const hashOf = (body: object, actor: Actor) => (mayStand ? asked.requestHash(command, body, actor) : '');
  return actors.flatMap((actor) => {
    const decide = deciding(scene, asked.knownAt, actor, (context, body: BodyOf<PracticeCommandName>) =>
      decidePractice({ name: command, body, requestHash: hashOf(body, actor) }, state, context),
    );
    return trials.flatMap(({ bodies, ...about }) => {
      const dated = bodies.map((body) => ({ effectiveDate: on, ...body }) as BodyOf<PracticeCommandName>);
      const tried = tryOut(dated, decide);
      return tried ? [{ actor, command, ...about, ...tried }] : [];
    });
  });
};

/** The other party's word on an open proposal, by each organisation that may give it. */
const confirmations = (proposal: Proposal, scene: Scene, asked: NextStepsAsked): readonly NextStep[] => {
  const { effectiveDate: on, proposalId, confirmer } = proposal;
  const proposed = { ...scene, on };
  return actorsOf(confirmer, proposed).flatMap((actor) => {
    const confirm = deciding(proposed, asked.knownAt, actor, (context, _body: object) =>
      confirmProposal(proposalId, scene.state, context),
    );
    const tried = tryOut([{}], confirm);
    return tried ? [{ actor, command: 'confirm' as const, proposal, ...tried }] : [];
  });
};

/** A decision by the policy set of its effective date, as the write side makes it; else POLICY_MISSING. */
const deciding = <Body>(
  { ods, reference, on, today }: Scene,
  now: Instant,
  actor: Actor,
  decide: (context: DecisionContext, body: Body) => Decision<PracticeEvent>,
): ((body: Body) => Decision<PracticeEvent>) => {
  const policy = policyFor(reference.policy, on);
  if ('refusal' in policy) return () => policy;
  const known = { ods, now, today, actor, reference, policy };
  const context: DecisionContext = { ...known, eventId: () => NO_EVENT, confirmedBy: null };
  return (body) => decide(context, body);
};
