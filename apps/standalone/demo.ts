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

/** A token for each person of the data set, an auditor's first. */
const tokensFor = async (product: Product): Promise<readonly { holder: string; token: string }[]> => {
  const key = await signingKey(product.dataDir);
  const issued = Object.values(people).map(async (person) => {
    const { sub, name, org } = person;
    const token = await issueToken(key, { sub, name, org, role: person.role as 'AUD' }, A_DAY);
    return { holder: `${person.role} ${org}, ${name}`, token };
  });
  return Promise.all(issued);
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
    streamPrefix: '',
    scripted: true,
    beforeServing: async ({ eventStoreUrl }) => {
      const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry });
      await fillWithWorkedDataSet(store);
      await store.close();
    },
  }),
  welcome: async (product) => {
    await untilAnswersAreComplete(product);
    const tokens = await tokensFor(product);
    return `The GPSoC Change Register is ready with the worked data set of practice ${ODS}.

${addresses(product)}

Tokens, good for a day (an auditor's first):
${tokens.map(({ holder, token }) => `${holder}:\n  ${token}`).join('\n')}

To try it, as the auditor:
  TOKEN=${tokens[0]!.token}
  curl -s -H "Authorization: Bearer $TOKEN" "${product.apiUrl}/api/v1/practices/${ODS}/funding?on=2009-06-20"

Ctrl-C stops it; the next start finds everything again.`;
  },
});
