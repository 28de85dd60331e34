import {
  confirmProposal,
  declineProposal,
  executePracticeCommand,
  executeReferenceCommand,
  type CommandOutcome,
  type Register,
} from '#commands/index.js';
import { eventRegistry } from '#contracts/registry.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import type { Actor } from '#domain/recorded.js';
import { openStore, type Store } from '#event-store/index.js';
import { scriptedClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { useEventStore } from '#testing/event-store.js';
import { cole, national, patel, reed } from '#testing/fixture.js';
import { recorded, recordReferenceOfW, recordW } from '../worked-register.js';

const ODS = 'A00001';

describe('I16: asking again, at the store', () => {
  const eventStore = useEventStore();
  const clock = scriptedClock('2008-04-01T09:00:00.000Z');
  let store: Store;
  let register: Register;

  /** Gives a command of a practice, under a new key unless one is given. */
  const ask = <Name extends PracticeCommandName>(
    name: Name,
    body: BodyOf<Name>,
    actor: Actor,
    commandId = systemIds.next(),
  ): Promise<CommandOutcome> => executePracticeCommand(register, { ods: ODS, name, body, actor, commandId });

  const revisionOf = async (): Promise<number> => (await store.readStream(`practice-${ODS}`)).length - 1;

  /** A register as another process has it: it remembers nothing. */
  const elsewhere = async <Result>(work: (register: Register) => Promise<Result>): Promise<Result> => {
    const other = openStore({ ...eventStore, registry: eventRegistry });
    return work({ store: other, clock }).finally(() => other.close());
  };

  beforeAll(async () => {
    store = openStore({ ...eventStore, registry: eventRegistry });
    register = { store, clock };
    await recordReferenceOfW(register);
    await recordW({ store, clock }, 'submitted');
  });
  afterAll(() => store.close());

  const contact = (on: string): BodyOf<'record-contact'> => ({
    effectiveDate: on,
    participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
    optionsConsidered: ['Retain', 'Migrate'],
  });

  it('the same key again gives the first answer, here and in another process, later and once the stream went on', async () => {
    clock.set('2009-01-05T12:00:00.000Z');
    const key = systemIds.next();
    const first = await recorded(ask('record-contact', contact('2009-01-05'), reed, key));
    expect(await ask('record-contact', contact('2009-01-05'), reed, key)).toEqual(first);
    clock.set('2009-01-06T12:00:00.000Z');
    await recorded(ask('record-contact', contact('2009-01-06'), reed));
    const body = contact('2009-01-05');
    const again = (there: Register) =>
      executePracticeCommand(there, { ods: ODS, name: 'record-contact', body, actor: reed, commandId: key });
    expect(await again(register)).toEqual(first);
    expect(await elsewhere(again)).toEqual(first);
    expect(await revisionOf()).toBe(first.revision + 1);
  });

  it('the same key with another body, command or actor is refused as reused, and adds nothing', async () => {
    clock.set('2009-01-06T13:00:00.000Z');
    const key = systemIds.next();
    const { revision } = await recorded(
      ask('record-contact', { ...contact('2009-01-06'), optionsConsidered: ['LSP'] }, reed, key),
    );
    expect(await ask('record-contact', contact('2009-01-06'), reed, key)).toEqual({ kind: 'key-reused' });
    expect(await ask('record-pct-practice-agreement', { effectiveDate: '2009-01-06' }, patel, key)).toEqual({
      kind: 'key-reused',
    });
    const other = { ...contact('2009-01-06'), optionsConsidered: ['LSP'] };
    expect(await ask('record-contact', other, patel, key)).toEqual({ kind: 'key-reused' });
    expect(await revisionOf()).toBe(revision);
  });

  it('R13: the same request under another key adds nothing and leaves no trace of the key', async () => {
    clock.set('2009-01-07T12:00:00.000Z');
    const { revision } = await recorded(ask('record-contact', contact('2009-01-07'), reed));
    const key = systemIds.next();
    const inOtherWords = { ...contact('2009-01-07'), reason: 'Sent again' };
    expect(await ask('record-contact', inOtherWords, reed, key)).toEqual({ kind: 'nothing', revision });
    expect(await ask('record-contact', inOtherWords, reed, key)).toEqual({ kind: 'nothing', revision });
    const next = await recorded(ask('record-contact', contact('2009-01-06'), patel, key));
    expect(next.revision).toBe(revision + 1);
  });

  it('R13: it stands until it is replaced: asked for once more after that, it is a request of its own', async () => {
    clock.set('2009-01-07T13:00:00.000Z');
    const need = (required: boolean) => ({ effectiveDate: '2009-01-07', required, reason: 'As agreed' });
    const first = await recorded(ask('decide-business-case-need', need(false), patel));
    await recorded(ask('decide-business-case-need', need(true), patel));
    expect(await revisionOf()).toBe(first.revision + 1);
    const again = await recorded(ask('decide-business-case-need', need(false), patel));
    expect(again.revision).toBe(first.revision + 2);
    await recorded(
      ask('agree-change', { effectiveDate: '2009-01-07', conditions: [], decidedBy: 'J Patel' }, patel),
    );
  });

  it('R2: the first key goes on answering the proposal, the confirmation’s key the confirmation', async () => {
    clock.set('2009-01-09T12:00:00.000Z');
    const [proposing, confirming] = [systemIds.next(), systemIds.next()];
    const selection: BodyOf<'complete-selection'> = {
      effectiveDate: '2009-01-09',
      winner: 'INPS.VISION-3',
      candidates: ['INPS.VISION-3'],
    };
    const proposed = await recorded(ask('complete-selection', selection, patel, proposing));
    expect(proposed).toMatchObject({ confirmer: 'PR', events: [{ type: 'CommandProposed' }] });
    expect(await ask('complete-selection', selection, cole)).toEqual({
      kind: 'nothing',
      revision: proposed.revision,
    });
    const confirmation = {
      ods: ODS,
      proposalId: proposed.events[0]!.id,
      actor: reed,
      commandId: confirming,
    };
    clock.set('2009-01-09T12:10:00.000Z');
    const confirmed = await recorded(confirmProposal(register, confirmation));
    expect(confirmed.events.map(({ type }) => type)).toEqual(['SelectionCompleted']);
    for (const there of [(work: typeof again) => work(register), elsewhere]) await there(again);
    async function again(where: Register) {
      expect(await confirmProposal(where, confirmation)).toEqual(confirmed);
      const asked = { ods: ODS, name: 'complete-selection', body: selection, actor: patel } as const;
      expect(await executePracticeCommand(where, { ...asked, commandId: proposing })).toEqual(proposed);
      const { revision } = confirmed;
      expect(await confirmProposal(where, { ...confirmation, commandId: systemIds.next() })).toEqual({
        kind: 'nothing',
        revision,
      });
      expect(await executePracticeCommand(where, { ...asked, commandId: systemIds.next() })).toEqual({
        kind: 'nothing',
        revision,
      });
    }
    expect(await revisionOf()).toBe(confirmed.revision);
  });

  it('R2: declining twice is declining once, and what was declined may be asked for again', async () => {
    clock.set('2009-01-16T12:00:00.000Z');
    const select: BodyOf<'select-system'> = {
      effectiveDate: '2009-01-16',
      productId: 'INPS.VISION-3',
      kind: 'FRAMEWORK',
    };
    const proposed = await recorded(ask('select-system', select, reed));
    const decline = { ods: ODS, proposalId: proposed.events[0]!.id, reason: 'Not yet', actor: patel };
    const declined = await recorded(declineProposal(register, { ...decline, commandId: systemIds.next() }));
    expect(await declineProposal(register, { ...decline, commandId: systemIds.next() })).toEqual({
      kind: 'nothing',
      revision: declined.revision,
    });
    const again = await recorded(ask('select-system', select, reed));
    expect(again.revision).toBe(declined.revision + 1);
    expect(again.events[0]!.id).not.toBe(proposed.events[0]!.id);
  });

  it('I16: a reference command under its first key, and under another', async () => {
    const key = systemIds.next();
    const command = {
      name: 'list-system',
      body: { effectiveDate: '2009-04-01', productId: 'EMIS.EMIS-WEB', name: 'EMIS Web' },
    } as const;
    const reference = { kind: 'supplier', id: 'EMIS', command } as const;
    const list = (commandId: string, where = register) =>
      executeReferenceCommand(where, reference, { actor: national, commandId });
    const first = await recorded(list(key));
    expect(await list(key)).toEqual(first);
    expect(await elsewhere((there) => list(key, there))).toEqual(first);
    expect(await list(systemIds.next())).toEqual({ kind: 'nothing', revision: first.revision });
    const other = { ...reference, command: { ...command, body: { ...command.body, name: 'EMIS Web 2' } } };
    expect(await executeReferenceCommand(register, other, { actor: national, commandId: key })).toEqual({
      kind: 'key-reused',
    });
  });
});
