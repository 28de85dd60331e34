import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { issueToken } from '#platform/auth.js';
import { signingKey } from '#platform/signing-key.js';
import { openSql, waitFor } from '#projections/index.js';
import { projections } from '#read-models/index.js';
import { fillWithWorkedDataSet } from './fill.js';
import type { Product } from './product.js';
import { runProduct } from './run-product.js';
import { addresses } from './welcome.js';
import { ODS, people } from './worked-data-set.js';

const A_DAY = 24 * 60 * 60;
const A_MINUTE_MS = 60_000;

const tokens = async (product: Product): Promise<string> => {
  const key = await signingKey(product.dataDir);
  const lines = Object.values(people).map(async (person) => {
    const { sub, name, org } = person;
    const token = await issueToken(key, { sub, name, org, role: person.role as 'AUD' }, A_DAY);
    return `${person.role} ${org}, ${name}:\n  ${token}`;
  });
  return (await Promise.all(lines)).join('\n');
};

/** The first question is to find the whole data set, so the demo is ready when its read models are. */
const untilAnswersAreComplete = async ({ databaseUrl, eventStoreUrl }: Product): Promise<void> => {
  const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry });
  const sql = openSql(databaseUrl, 1);
  const names = projections.map(({ name }) => name);
  const head = await store.headPosition();
  if (head !== 'start') await waitFor(sql, names, head, A_MINUTE_MS);
  await Promise.all([store.close(), sql.end()]);
};

await runProduct({
  defaults: { DATA_DIR: './var/demo' },
  options: (config) => ({
    ...config,
    scripted: true,
    beforeServing: async ({ eventStoreUrl }) => {
      const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry });
      await fillWithWorkedDataSet(store);
      await store.close();
    },
  }),
  welcome: async (product) => {
    await untilAnswersAreComplete(product);
    return `The GPSoC Change Register is ready with the worked data set of practice ${ODS}.

${addresses(product)}

Tokens, good for a day (an auditor's first):
${await tokens(product)}

To try it:
  TOKEN=<one of these>
  curl -s -H "Authorization: Bearer $TOKEN" "${product.apiUrl}/api/v1/practices/${ODS}/funding?on=2009-06-20"

Ctrl-C stops it; the next start finds everything again.`;
  },
});
