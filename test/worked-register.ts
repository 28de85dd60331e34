import {
  confirmProposal,
  executePracticeCommand,
  executeReferenceCommand,
  publishFirstStart,
  type CommandOutcome,
  type ReferenceCommand,
  type Register,
} from '#commands/index.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import type { ScriptedClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { national } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';

/** The rows of W before its first date: their bodies name no id that only a store can give. */
export type EarlyMilestone = 'registered' | 'installed' | 'retained' | 'requested' | 'submitted' | 'selected';

/** What was recorded; throws what came instead. */
export const recorded = async (outcome: Promise<CommandOutcome>) => {
  const settled = await outcome;
  if (settled.kind !== 'recorded') throw new Error(JSON.stringify(settled));
  return settled;
};

const referenceOfW: readonly ReferenceCommand[] = [
  {
    kind: 'commissioner',
    code: '5ZZ',
    command: { name: 'establish-commissioner', body: { effectiveDate: '2006-10-01', kind: 'PCT' } },
  },
  ...['EMIS', 'INPS'].map((supplier) => ({
    kind: 'call-off' as const,
    commissioner: '5ZZ',
    supplier,
    command: { name: 'sign-call-off' as const, body: { effectiveDate: '2008-04-01' } },
  })),
];

/** Publishes first start and the reference facts of W (domain D0), through the product's own commands. */
export const recordReferenceOfW = async (register: Register): Promise<void> => {
  await publishFirstStart(register);
  for (const reference of referenceOfW)
    await recorded(
      executeReferenceCommand(register, reference, { actor: national, commandId: systemIds.next() }),
    );
};

/** Records W as far as that row, for any practice, each command at its own instant. */
export const recordW = async (
  register: Register & { readonly clock: ScriptedClock },
  milestone: EarlyMilestone,
  ods = 'A00001',
): Promise<void> => {
  for (const { name, body, by, at, confirmed } of workedUntil(milestone)) {
    register.clock.set(at);
    const actor = by.role === 'PR' ? { ...by, org: ods } : by;
    const request = { ods, name, body: body as BodyOf<PracticeCommandName>, actor };
    const asked = await recorded(
      executePracticeCommand(register, { ...request, commandId: systemIds.next() }),
    );
    if (!confirmed) continue;
    register.clock.set(confirmed.at);
    const other = confirmed.by.role === 'PR' ? { ...confirmed.by, org: ods } : confirmed.by;
    const confirmation = { ods, actor: other, proposalId: asked.events[0]!.id };
    await recorded(confirmProposal(register, { ...confirmation, commandId: systemIds.next() }));
  }
};
