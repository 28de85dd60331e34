import { registerHooks } from 'node:module';

/**
 * Loaded into the process of a store before the store itself, plants a fault in it: an insert is said to be done before
 * PostgreSQL has committed it, so that the node acknowledges what may never be there. It comes a moment later, which a
 * kill right after an acknowledgement never lets pass.
 */
const EARLY = `
export * from './table.js?real';
import { insertRows as insert } from './table.js?real';
export const insertRows = async (sql, rows) => void setTimeout(() => insert(sql, rows).catch(() => undefined), 100);
`;

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/eventstore-node/log/table.js')
      ? { format: 'module', source: EARLY, shortCircuit: true }
      : next(url, context),
});
