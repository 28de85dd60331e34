import { SERVER_VERSION } from '#embedded/eventstore-node/index.js';
import { ownEnvironment } from '#platform/config.js';
import { sentenceOf } from '#platform/service.js';
import { untilAskedToStop } from '#platform/shutdown.js';
import { OPTIONS } from './known-options.js';
import { readOptions, type StoreOptions } from './options.js';
import { startStore } from './start-store.js';

const HELP = `npm run store -- [options]: the event store alone, as a single node of EventStoreDB ${SERVER_VERSION}

Each option also as EVENTSTORE_… (EVENTSTORE_HTTP_PORT); DATABASE_URL instead of a PostgreSQL of its own.

${Object.values(OPTIONS)
  .map((names) => `  ${names.map((name) => `--${name}`).join(', ')}`)
  .join('\n')}`;

const whereItIs = ({ databaseUrl, data, certificate }: StoreOptions): string =>
  `Its data is in ${databaseUrl === undefined ? data : 'the PostgreSQL of DATABASE_URL'}. ` +
  (certificate === undefined
    ? 'It is insecure: everybody who reaches it may do everything.'
    : 'It is secure: clients need its authority’s certificate (tlsCAFile) and a user such as admin.');

async function run(options: StoreOptions, meaningless: readonly string[]): Promise<number> {
  const asked = untilAskedToStop();
  if (meaningless.length > 0) console.log(`These options mean nothing here: ${meaningless.join(', ')}.`);
  const store = await startStore(options);
  console.log(`The event store is ready: ${store.connectionString}
${whereItIs(options)}
Ctrl-C stops it; the next start finds everything again.`);
  const failure = await Promise.race([asked, store.failed]);
  if (failure === undefined) console.log('Stopping …');
  else console.error(`${failure}: stopping. What was acknowledged is kept and the next start finds it.`);
  await store.stop();
  return failure === undefined ? 0 : 1;
}

try {
  const asked = readOptions(process.argv.slice(2), ownEnvironment());
  if (asked.kind === 'help') console.log(HELP);
  else if (asked.kind === 'version') console.log(SERVER_VERSION);
  process.exit(asked.kind === 'start' ? await run(asked.options, asked.meaningless) : 0);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
