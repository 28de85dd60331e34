import { executePracticeCommand, type Register } from '#commands/index.js';
import { eventRegistry } from '#contracts/registry.js';
import type { BodyOf } from '#domain/practice/commands.js';
import type { Recorded } from '#domain/recorded.js';
import { openStore, StoreUnavailable } from '#event-store/index.js';
import { scriptedClock } from '#platform/clock.js';
import { groupBy } from '#platform/group-by.js';
import { systemIds } from '#platform/ids.js';
import { useEventStore } from '#testing/event-store.js';
import { reed } from '#testing/fixture.js';
import { recordReferenceOfW, recordW } from '../worked-register.js';
import { faultsIn, type Acknowledged } from './acknowledged.js';

const ODS = 'A00001';
const WRITERS = 64;
const COMMANDS_EACH = 4;

describe('I1 I16 R14: 64 writers on one practice, through two registers that know nothing of each other', () => {
  const eventStore = useEventStore();
  const clock = scriptedClock('2008-04-01T09:00:00.000Z');
  let registers: readonly [Register, Register];
  let before: readonly Recorded[];

  const open = (): Register => ({
    store: openStore({ ...eventStore, registry: eventRegistry }),
    clock,
  });
  const stream = () => registers[0].store.readStream(`practice-${ODS}`);

  beforeAll(async () => {
    registers = [open(), open()];
    await recordReferenceOfW(registers[0]);
    await recordW({ ...registers[0], clock }, 'retained');
    clock.set('2009-01-05T12:00:00.000Z');
    before = await stream();
  });
  afterAll(() => Promise.all(registers.map(({ store }) => store.close())));

  const contactOf = (writer: number, n: number): BodyOf<'record-contact'> => ({
    effectiveDate: '2009-01-05',
    participants: [{ name: 'A Reed', role: 'practice manager', org: ODS }],
    optionsConsidered: [`Option ${n} of writer ${writer}`],
  });

  /** Sends a request, and again under its own key while it is told of a conflict or that the store is too busy. */
  const answered = async (
    register: Register,
    request: Parameters<typeof executePracticeCommand>[1],
  ): ReturnType<typeof executePracticeCommand> => {
    try {
      const outcome = await executePracticeCommand(register, request);
      return outcome.kind === 'conflict' ? answered(register, request) : outcome;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return answered(register, request);
    }
  };

  /** A client: sends its commands one after another. */
  const write = async (writer: number): Promise<(Acknowledged & { revision: number })[]> => {
    const register = registers[writer % 2]!;
    const told: (Acknowledged & { revision: number })[] = [];
    for (let n = 0; n < COMMANDS_EACH; n++) {
      const commandId = systemIds.next();
      const request = { ods: ODS, name: 'record-contact', body: contactOf(writer, n), actor: reed } as const;
      const outcome = await answered(register, { ...request, commandId });
      if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
      const { revision, events } = outcome;
      told.push({ commandId, revision, eventIds: events.map(({ id }) => id) });
    }
    return told;
  };

  it('every accepted command’s event is there exactly once, where it was said to be, and no revision is missing', async () => {
    const told = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))).flat();
    const events = await stream();
    expect(events).toHaveLength(before.length + WRITERS * COMMANDS_EACH);
    const asked = new Set([
      ...before.map(({ metadata }) => metadata.commandId),
      ...told.map((one) => one.commandId),
    ]);
    expect(faultsIn(events, asked, told)).toEqual([]);
    for (const { revision, eventIds } of told) expect([events[revision]?.id]).toEqual(eventIds);
    const instants = events.map(({ metadata }) => metadata.recordedAt);
    expect(new Set(instants).size).toBe(events.length);
    expect([...instants].sort()).toEqual(instants);
  });

  it('I1: of 64 requests to migrate at once one is accepted, and each of the others is told why not', async () => {
    const request = async (writer: number) => {
      const body = {
        effectiveDate: '2009-01-05',
        sourceInstanceId: 'E1',
        reasons: [`Reason of writer ${writer}`],
      };
      const asked = { ods: ODS, name: 'request-migration', body, actor: reed } as const;
      const commandId = systemIds.next();
      const outcome = await answered(registers[writer % 2]!, { ...asked, commandId });
      return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
    };
    const answers = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => request(writer)));
    const byAnswer = groupBy(answers, (answer) => answer);
    expect(byAnswer.get('recorded')).toHaveLength(1);
    expect(byAnswer.get('MIGRATION_OPEN')).toHaveLength(WRITERS - 1);
    const requested = (await stream()).filter(({ type }) => type === 'MigrationRequested');
    expect(requested).toHaveLength(1);
  });
});
