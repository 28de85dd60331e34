import type { CallOffCommand } from '#domain/call-off/commands.js';
import { decideCallOff } from '#domain/call-off/decide.js';
import type { CommissionerCommand } from '#domain/commissioner/commands.js';
import { decideCommissioner } from '#domain/commissioner/decide.js';
import type { Decision } from '#domain/decision.js';
import type { PolicyCommand } from '#domain/policy/commands.js';
import { decidePolicy } from '#domain/policy/decide.js';
import type { Actor, DomainEvent } from '#domain/recorded.js';
import { emptyReference, type Reference } from '#domain/reference.js';
import type { SupplierCommand } from '#domain/supplier/commands.js';
import { decideSupplier } from '#domain/supplier/decide.js';
import { loadStream, transact, type Decider } from '#event-store/index.js';
import { commandHash } from './hashes.js';
import {
  deciders,
  toDryRun,
  toOutcome,
  type CommandOutcome,
  type DryRun,
  type Register,
} from './register.js';

/** A command of a reference stream: which stream, and the command with its valid body. */
export type ReferenceCommand =
  | { readonly kind: 'supplier'; readonly id: string; readonly command: SupplierCommand }
  | {
      readonly kind: 'call-off';
      readonly commissioner: string;
      readonly supplier: string;
      readonly command: CallOffCommand;
    }
  | { readonly kind: 'commissioner'; readonly code: string; readonly command: CommissionerCommand }
  | { readonly kind: 'policy'; readonly command: PolicyCommand };

/** What every request about a reference stream carries. `commandId` is the idempotency key, a UUID (I16). */
export interface ReferenceRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly correlationId?: string;
  readonly ifMatch?: number;
}

/** Where a reference command is recorded, how that stream folds, and how it is decided. */
interface Target<S = never> {
  readonly stream: string;
  readonly decider: Decider<S, never>;
  readonly command: { readonly name: string; readonly body: object };
  readonly decide: (state: S) => Promise<Decision<DomainEvent>> | Decision<DomainEvent>;
}

/** Decides and records a command of a reference stream. Throws StoreUnavailable. */
export const executeReferenceCommand = async (
  register: Register,
  reference: ReferenceCommand,
  { actor, commandId, ...rest }: ReferenceRequest,
): Promise<CommandOutcome> => {
  const { stream, decider, command, decide } = targetOf(register, reference, actor);
  const { name, body } = command;
  const outcome = await transact(register.store, register.clock, {
    stream,
    decider,
    command: {
      id: commandId,
      name,
      hash: commandHash(stream, name, body, actor),
      actor,
      ...rest,
      ...(register.clock.scripted && { scripted: true as const }),
    },
    decide: (state) => decide(state),
  });
  return toOutcome(outcome);
};

/** What a command of a reference stream would come to; nothing is written. Throws StoreUnavailable. */
export const dryRunReferenceCommand = async (
  register: Register,
  reference: ReferenceCommand,
  actor: Actor,
): Promise<DryRun> => {
  const { stream, decider, decide } = targetOf(register, reference, actor);
  const { state } = await loadStream(register.store, decider, stream);
  return toDryRun(await decide(state));
};

const targetOf = (register: Register, reference: ReferenceCommand, actor: Actor): Target => {
  const { command } = reference;
  switch (reference.kind) {
    case 'supplier': {
      const { id } = reference;
      return target(`supplier-${id}`, deciders.supplier, command, async (state) => {
        const { successor } = command.body as { successor?: string };
        const known = await factsAbout(register, { suppliers: [successor] });
        return decideSupplier(reference.command, state, { id, actor, reference: known });
      });
    }
    case 'policy':
      return target('policy-gpsoc', deciders.policy, command, (state) =>
        decidePolicy(reference.command, state, { actor }),
      );
    case 'commissioner': {
      const { code: id } = reference;
      return target(`commissioner-${id}`, deciders.commissioner, command, async (state) => {
        const known = await factsAbout(register, {
          commissioners: [id, (command.body as { to?: string }).to],
        });
        return decideCommissioner(reference.command, state, { id, actor, reference: known });
      });
    }
    case 'call-off': {
      const { commissioner, supplier } = reference;
      return target(`calloff-${commissioner}-${supplier}`, deciders.callOff, command, async (state) => {
        const known = await factsAbout(register, { commissioners: [commissioner], suppliers: [supplier] });
        return decideCallOff(reference.command, state, { commissioner, supplier, actor, reference: known });
      });
    }
  }
};

const target = <S>(
  stream: string,
  decider: Decider<S, never>,
  command: Target['command'],
  decide: Target<S>['decide'],
): Target => ({ stream, decider, command, decide }) as Target<S> as unknown as Target;

/** The commissioners and suppliers that a reference decision looks at, as the store has them now. */
const factsAbout = async (
  { store }: Register,
  {
    commissioners = [],
    suppliers = [],
  }: {
    commissioners?: readonly (string | undefined)[];
    suppliers?: readonly (string | undefined)[];
  },
): Promise<Reference> => {
  const load = async <S>(
    prefix: string,
    keys: readonly (string | undefined)[],
    decider: Decider<S, never>,
  ) => {
    const known = keys.filter((key) => key !== undefined);
    const states = await Promise.all(known.map((key) => loadStream(store, decider, `${prefix}-${key}`)));
    return Object.fromEntries(known.map((key, index) => [key, states[index]!.state]));
  };
  return {
    ...emptyReference,
    commissioners: await load('commissioner', commissioners, deciders.commissioner),
    suppliers: await load('supplier', suppliers, deciders.supplier),
  };
};
