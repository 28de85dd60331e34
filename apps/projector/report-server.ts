import { createServer, type Server } from 'node:http';
import type { Store } from '#event-store/index.js';
import { type Sql, status } from '#projections/index.js';
import { metrics } from './metrics.js';
import { readiness } from './readiness.js';

interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const json = (status: number, value: object): Page => ({
  status,
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(value),
});

/** Tells how the projections are doing: `/livez`, `/readyz`, and `/metrics` for Prometheus. */
export const reportServer = (store: Store, sql: Sql): Server => {
  const found = () => Promise.allSettled([store.headPosition(), status(sql)]);
  const pages: Readonly<Record<string, () => Promise<Page>>> = {
    '/livez': async () => json(200, { status: 'ok' }),
    '/readyz': async () => {
      const ready = readiness(...(await found()));
      return json(ready.status === 'ok' ? 200 : 503, ready);
    },
    '/metrics': async () => {
      const text = metrics(...(await found()));
      return { status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', text };
    },
  };
  return createServer((request, response) => {
    const page = Object.hasOwn(pages, request.url ?? '') ? pages[request.url ?? ''] : undefined;
    const answer = page ? page() : Promise.resolve(json(404, { status: 'unknown' }));
    void answer
      .catch(() => json(500, { status: 'error' }))
      .then(({ status: code, type, text }) => response.writeHead(code, { 'content-type': type }).end(text));
  });
};
