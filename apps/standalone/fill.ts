import {
  publishFirstStart,
  confirmProposal,
  executePracticeCommand,
  executeReferenceCommand,
} from '#commands/index.js';
import type { CommandOutcome, ReferenceCommand, Register } from '#commands/index.js';
import { practiceCommands, type BodyOf, type PracticeCommandName } from '#domain/practice/commands.js';
import type { Store } from '#event-store/index.js';
import { scriptedClock, type ScriptedClock } from '#platform/clock.js';
import { uuidV5 } from '#platform/ids.js';
import { ODS, workedDataSet, type Ids, type Step } from './worked-data-set.js';

const FIRST_INSTANT = '2008-04-01T09:00:00.000Z';

/**
 * Records the worked data set W (domain D0) through the product's own commands, each at its own instant of the
 * scripted clock (R17). The keys are the same each time, so that what is on record already stays as it is.
 * @param steps the steps of W from the first on: all of them, or as far as somebody wants it
 * Throws where a step is refused: the data set or a rule is wrong.
 */
export const fillWithWorkedDataSet = async (
  store: Store,
  steps: readonly Step[] = workedDataSet,
): Promise<void> => {
  const clock = scriptedClock(FIRST_INSTANT);
  await publishFirstStart({ store, clock });
  const ids: Record<string, string> = {};
  for (const [index, step] of steps.entries()) {
    const outcome = await record({ store, clock }, clock, index, step, ids);
    if (outcome.kind !== 'recorded')
      throw new Error(`Step ${index}, ${step.command}: ${JSON.stringify(outcome)}`);
    if ('label' in step && step.label) ids[step.label] = outcome.events[0]!.id;
  }
};

const record = async (
  register: Register,
  clock: ScriptedClock,
  index: number,
  step: Step,
  ids: Ids,
): Promise<CommandOutcome> => {
  clock.set(step.at);
  const request = { actor: step.by, commandId: uuidV5(`W ${index} ${step.command}`) };
  if ('stream' in step) return executeReferenceCommand(register, referenceCommand(step), request);
  const body = typeof step.body === 'function' ? step.body(ids) : step.body;
  const asked = await executePracticeCommand(register, {
    ...request,
    ods: ODS,
    ...parsed(step.command, body),
  });
  if (!step.confirmed || asked.kind !== 'recorded') return asked;
  clock.set(step.confirmed.at);
  const commandId = uuidV5(`W ${index} confirm`);
  return confirmProposal(register, {
    ods: ODS,
    actor: step.confirmed.by,
    commandId,
    proposalId: asked.events[0]!.id,
  });
};

const parsed = (name: PracticeCommandName, body: object) => ({
  name,
  body: practiceCommands[name].parse(body) as BodyOf<PracticeCommandName>,
});

const referenceCommand = ({
  stream,
  command: name,
  body,
}: Extract<Step, { stream: string }>): ReferenceCommand => {
  const [category, one = '', other = ''] = stream.split('-');
  const command = { name, body } as never;
  return category === 'calloff'
    ? { kind: 'call-off', commissioner: one, supplier: other, command }
    : { kind: 'commissioner', code: one, command };
};
