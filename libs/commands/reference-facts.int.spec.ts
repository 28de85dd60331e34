import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { scriptedClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { useEventStore } from '#testing/event-store.js';
import { national, patel } from '#testing/fixture.js';
import {
  executePracticeCommand,
  executeReferenceCommand,
  publishFirstStart,
  type ReferenceCommand,
  type Register,
} from './index.js';

type CommissionerCommand = Extract<ReferenceCommand, { kind: 'commissioner' }>['command'];

describe('I2 R4: a successor of a successor that never held the practice', () => {
  const eventStore = useEventStore();
  let register: Register & { readonly store: ReturnType<typeof openStore> };

  const record = async (code: string, command: CommissionerCommand) => {
    const reference = { kind: 'commissioner', code, command } as const;
    const outcome = await executeReferenceCommand(register, reference, {
      actor: national,
      commandId: systemIds.next(),
    });
    expect(outcome.kind).toBe('recorded');
  };
  const establish = (code: string, effectiveDate: string) =>
    record(code, { name: 'establish-commissioner', body: { effectiveDate, kind: 'OTHER' } });
  const succeed = (code: string, to: string, effectiveDate: string) =>
    record(code, { name: 'record-succession', body: { effectiveDate, to } });

  beforeAll(async () => {
    const store = openStore({ ...eventStore, registry: eventRegistry });
    register = { store, clock: scriptedClock('2014-05-01T09:00:00.000Z') };
    await publishFirstStart(register);
    await establish('5ZZ', '2006-10-01');
    await establish('99Z', '2013-04-01');
    await establish('88Y', '2014-04-01');
    await succeed('5ZZ', '99Z', '2013-04-01');
    await succeed('99Z', '88Y', '2014-04-01');
  });
  afterAll(() => register.store.close());

  it('I2: acts on behalf of the old code, since the successions of each lead to it', async () => {
    const ods = 'A00001';
    const asked = { ods, actor: national };
    await executePracticeCommand(register, {
      ...asked,
      commandId: systemIds.next(),
      name: 'register-practice',
      body: { effectiveDate: '2006-10-01', name: 'Fictional Surgery', commissioner: '5ZZ' },
    });
    await executePracticeCommand(register, {
      ...asked,
      commandId: systemIds.next(),
      name: 'change-commissioner',
      body: { effectiveDate: '2014-04-01', from: '5ZZ', to: '88Y' },
    });
    const outcome = await executePracticeCommand(register, {
      ods,
      actor: { ...patel, org: '88Y' },
      commandId: systemIds.next(),
      name: 'record-pct-practice-agreement',
      body: { effectiveDate: '2013-03-01', reason: 'Found in the files of 5ZZ' },
    });
    expect(outcome).toMatchObject({ kind: 'recorded' });
    const [last] = (await register.store.readStream(`practice-${ods}`)).slice(-1);
    expect(last).toMatchObject({ payload: { pct: '5ZZ' }, metadata: { actor: { onBehalfOf: '5ZZ' } } });
  });

  it('R4, I13: a correction is decided on the facts about the commissioner that it names', async () => {
    await establish('5YY', '2006-10-01');
    const ods = 'A00002';
    const registered = { effectiveDate: '2006-10-01', name: 'Fictional Surgery', commissioner: '5ZZ' };
    const asked = () => ({ ods, actor: national, commandId: systemIds.next() });
    await executePracticeCommand(register, { ...asked(), name: 'register-practice', body: registered });
    const [{ id: targetEventId } = { id: '' }] = await register.store.readStream(`practice-${ods}`);
    const to = (now: string) =>
      executePracticeCommand(register, {
        ...asked(),
        name: 'correct-record',
        body: {
          effectiveDate: '2014-05-01',
          reason: 'The file names another',
          targetEventId,
          field: 'commissioner',
          was: '5ZZ',
          now,
        },
      });
    expect(await to('9ZZ')).toMatchObject({ kind: 'refused', refusal: { code: 'COMMISSIONER_UNKNOWN' } });
    expect(await to('5YY')).toMatchObject({ kind: 'recorded' });
  });
});
