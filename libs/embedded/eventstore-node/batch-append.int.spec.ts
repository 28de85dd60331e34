import { Client, credentials } from '@grpc/grpc-js';
import { EventStoreDBClient } from '@eventstore/db-client';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { systemClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { useEventStore } from '#testing/event-store.js';
import { bytesField, numberField, textField } from './wire.js';

const store = useEventStore();
let channel: Client;
let client: EventStoreDBClient;
beforeAll(() => {
  channel = new Client(new URL(store.connectionString).host, credentials.createInsecure());
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterAll(async () => {
  channel.close();
  await client.dispose();
});

const property = (key: string, value: string): Buffer =>
  bytesField(2, textField(1, key), textField(2, value));

/** An event with an id that may be none, and metadata of some bytes. */
const event = (type: string, id: string = systemIds.next(), metadataBytes = 0): Buffer =>
  bytesField(
    3,
    bytesField(1, textField(2, id)),
    property('type', type),
    property('content-type', 'application/json'),
    bytesField(3, Buffer.alloc(metadataBytes)),
    bytesField(4, Buffer.from('{}')),
  );

const ANY = bytesField(4);
const to = (stream: string, ...more: Buffer[]): Buffer =>
  bytesField(2, bytesField(1, textField(3, stream)), ANY, ...more);
const FINAL = numberField(4, 1);

/** A batch call, and what is answered on it in order: a correlation id and what became of the append. */
function openCall() {
  const call = channel.makeBidiStreamRequest<Buffer, Buffer>(
    '/event_store.client.streams.Streams/BatchAppend',
    (bytes) => bytes,
    (bytes) => bytes,
  );
  const answers: string[] = [];
  let check = (): void => undefined;
  call.on('error', () => undefined);
  call.on('data', (bytes: Buffer) => {
    const answer = streams.BatchAppendResp.deserializeBinary(bytes);
    const error = answer.getError();
    answers.push(`${answer.getCorrelationId()?.getString()}: ${error?.getMessage() ?? 'written'}`);
    check();
  });
  return {
    answers,
    send: (id: string, ...fields: Buffer[]) =>
      call.write(Buffer.concat([bytesField(1, textField(2, id)), ...fields])),
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        check = () => {
          if (answers.length >= count) resolve();
        };
        check();
      }),
    cancel: () => call.cancel(),
  };
}

async function typesOf(stream: string): Promise<(string | undefined)[]> {
  const types: (string | undefined)[] = [];
  for await (const { event: seen } of client.readStream(stream)) types.push(seen?.type);
  return types;
}

it('forgets an append of which an event makes no sense: the next under its id is another', async () => {
  const { send, until, answers, cancel } = openCall();
  const id = systemIds.next();
  send(id, to('bad'), event('first'), event('bad', 'nonsense'));
  await until(1);
  send(id, to('good'), event('second'), FINAL);
  await until(2);
  expect(answers).toEqual([`${id}: BadRequest`, `${id}: written`]);
  expect(await typesOf('good')).toEqual(['second']);
  cancel();
});

const TIMED_OUT = ': Timeout';

it('gives up an append that is unfinished for 2 s, without a deadline and with a later one', async () => {
  const { send, until, answers, cancel } = openCall();
  send(systemIds.next(), to('unfinished'), event('a'));
  const inAnHour = bytesField(6, numberField(1, Math.floor(Date.parse(systemClock.now()) / 1000) + 3600));
  send(systemIds.next(), to('unfinished', inAnHour), event('b'));
  await until(2);
  // The id of a late answer is structured, and so no text.
  expect(answers).toEqual([TIMED_OUT, TIMED_OUT]);
  cancel();
});

it('refuses an append of more than 16 MiB in all, though only data counts towards 1 MiB', async () => {
  const heavy = event('a', systemIds.next(), 1024 * 1024);
  const answerTo = async (id: string) => {
    const { send, until, answers, cancel } = openCall();
    send(id, to('heavy'), heavy);
    for (let sent = 1; sent < 16; sent += 1) send(id, heavy);
    await until(1);
    cancel();
    return answers[0];
  };
  let [id, answer] = ['', TIMED_OUT as string | undefined];
  // A busy machine may take more than 2 s to send so much: then it is sent again.
  while (answer === TIMED_OUT) answer = await answerTo((id = systemIds.next()));
  expect(answer).toBe(`${id}: MaximumAppendSizeExceeded`);
});
