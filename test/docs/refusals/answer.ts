import type { ReferenceCommand } from '#commands/reference-commands.js';
import { callOffCommands } from '#domain/call-off/commands.js';
import { decideCallOff } from '#domain/call-off/decide.js';
import { commissionerCommands } from '#domain/commissioner/commands.js';
import { decideCommissioner } from '#domain/commissioner/decide.js';
import type { Decision } from '#domain/decision.js';
import { policyCommands } from '#domain/policy/commands.js';
import { decidePolicy } from '#domain/policy/decide.js';
import { evolvePolicy, policyFor } from '#domain/policy/state.js';
import type { Actor, DomainEvent } from '#domain/recorded.js';
import { callOffIn, commissionerIn, emptyReference, supplierIn, type Reference } from '#domain/reference.js';
import type { Refusal } from '#domain/refusals.js';
import { supplierCommands } from '#domain/supplier/commands.js';
import { decideSupplier } from '#domain/supplier/decide.js';
import { inReference } from '#testing/decisions.js';
import {
  idOf,
  national,
  recorded,
  reference as ofW,
  withCallOff,
  withCommissioner,
  withSupplier,
} from '#testing/fixture.js';
import { decideConfirmation, decideStep } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { RefusalExample } from './example.js';

/** What the decisions answer to an example. Throws where they do not refuse it. */
export const answerTo = (example: RefusalExample): Refusal => {
  const decision = decisionOn(example);
  if (decision.kind !== 'refused') throw new Error(`Not refused, but ${decision.kind}`);
  return decision.refusal;
};

const decisionOn = (example: RefusalExample): Decision<DomainEvent> => {
  const { refused, after, and = [], facts = [], beforeFirstStart } = example;
  const reference = facts.reduce(withFact, beforeFirstStart ? emptyReference : ofW);
  if ('to' in refused) return decideReference(reference, refused.to, refused.by);
  const { history } = inReference(reference, ...(after ? workedUntil(after) : []), ...and);
  if ('confirms' in refused)
    return decideConfirmation(history, refused.confirms, refused.by, refused.at).decision;
  const policy = policyFor(reference.policy, refused.body.effectiveDate);
  return 'refusal' in policy ? policy : decideStep(history, refused).decision;
};

/** Decides a command of a reference stream after its body's shape is checked. */
const decideReference = (reference: Reference, to: ReferenceCommand, actor: Actor): Decision<DomainEvent> => {
  const { name, body } = to.command;
  const shapes = { ...supplierCommands, ...callOffCommands, ...commissionerCommands, ...policyCommands };
  shapes[name].parse(body);
  switch (to.kind) {
    case 'supplier':
      return decideSupplier(to.command, supplierIn(reference, to.id), { id: to.id, actor, reference });
    case 'policy':
      return decidePolicy(to.command, reference.policy, { actor });
    case 'commissioner': {
      const { code: id } = to;
      return decideCommissioner(to.command, commissionerIn(reference, id), { id, actor, reference });
    }
    case 'call-off': {
      const { commissioner, supplier } = to;
      const state = callOffIn(reference, commissioner, supplier);
      return decideCallOff(to.command, state, { commissioner, supplier, actor, reference });
    }
  }
};

/** The reference facts with one more, recorded by the national team. */
const withFact = (reference: Reference, to: ReferenceCommand): Reference => {
  switch (to.kind) {
    case 'supplier':
      return withSupplier(reference, to.id, to.command);
    case 'commissioner':
      return withCommissioner(reference, to.code, to.command);
    case 'call-off':
      return withCallOff(reference, to.commissioner, to.supplier, to.command.body.effectiveDate);
    case 'policy': {
      const decision = decidePolicy(to.command, reference.policy, { actor: national });
      if (decision.kind !== 'accepted') throw new Error('The policy set was not accepted');
      const envelope = { id: idOf(91_000_000), stream: 'policy-gpsoc', revision: 1 };
      const events = decision.events.map((event) => recorded(event, envelope, {}));
      return { ...reference, policy: events.reduce(evolvePolicy, reference.policy) };
    }
  }
};
