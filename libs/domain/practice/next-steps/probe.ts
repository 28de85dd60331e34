import type { CivilDate } from '../../calendar/dates.js';
import type { Reference } from '../../reference.js';
import type { BodyOf, PracticeCommandName } from '../commands.js';
import type { Instance, PracticeState } from '../state.js';

/** What a probe may look at: the practice as it stands, the reference facts, and the day on which somebody acts. */
export interface Scene {
  readonly ods: string;
  readonly state: PracticeState;
  readonly reference: Reference;
  readonly on: CivilDate;
  /** The day on which it is asked, or `on` where that lies ahead. */
  readonly today: CivilDate;
}

/** What a probe proposes of a command: its body; the day is the scene's unless it says so. */
export type Proposed<Name extends PracticeCommandName> = Omit<BodyOf<Name>, 'effectiveDate'> & {
  readonly effectiveDate?: CivilDate;
};

/**
 * One step that people would tell apart: a command, about an instance or with a choice where these make a difference.
 * Its bodies are tried in order until one is accepted; the likeliest is first, and what it lacks is what is told.
 */
export interface Trial<Name extends PracticeCommandName> {
  readonly instanceId?: string;
  readonly choice?: string;
  readonly bodies: readonly Proposed<Name>[];
}

/**
 * What to try of a command in a scene. A probe proposes and decides nothing: whether a body is accepted, and what is
 * missing, is for the decision alone to say. It leaves reasons and evidence out, unless no body is without them.
 */
export type Probe<Name extends PracticeCommandName> = (scene: Scene) => readonly Trial<Name>[];

/** A probe for each command: one without does not compile. */
export type Probes = { readonly [Name in PracticeCommandName]: Probe<Name> };

/** Stands for words that people will fill in. */
export const WORDS = '…';
/** Ids of nothing on record. */
export const NO_EVENT = '00000000-0000-4000-8000-000000000000';
export const NO_INSTANCE = 'NONE';

/** A step for each choice. */
export const eachChoice = <Name extends PracticeCommandName, Choice extends string>(
  choices: readonly Choice[],
  bodies: (choice: Choice) => readonly Proposed<Name>[],
): readonly Trial<Name>[] => choices.map((choice) => ({ choice, bodies: bodies(choice) }));

/** The one step of a command, with what may be sent. */
export const oneStep = <Name extends PracticeCommandName>(
  ...bodies: readonly Proposed<Name>[]
): readonly Trial<Name>[] => [{ bodies }];

/** A step for each instance; for a practice without any, one for an instance that there is not. */
export const eachInstance = <Name extends PracticeCommandName>(
  { state }: Scene,
  bodies: (instanceId: string, instance: Instance | undefined) => readonly Proposed<Name>[],
): readonly Trial<Name>[] => {
  const instances = Object.values(state.instances);
  if (instances.length === 0) return [{ bodies: bodies(NO_INSTANCE, undefined) }];
  return instances.map((instance) => {
    const { instanceId } = instance;
    return { instanceId, bodies: bodies(instanceId, instance) };
  });
};

/** Every product that a supplier lists, in order. */
export const listedProducts = ({ reference }: Scene): readonly string[] =>
  Object.values(reference.suppliers).flatMap(({ products }) => Object.keys(products));
