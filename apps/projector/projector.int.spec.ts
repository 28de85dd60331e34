import { publishFirstStart } from '#commands/first-start.js';
import { eventRegistry } from '#contracts/registry.js';
import { openStore, type Store } from '#event-store/index.js';
import { systemClock } from '#platform/clock.js';
import type { RunningService } from '#platform/service.js';
import { openSql, waitFor } from '#projections/index.js';
import { useEventStore } from '#testing/event-store.js';
import { startProjector } from './start-projector.js';

describe('the projector', () => {
  const node = useEventStore();
  let store: Store;
  let projector: RunningService;
  const read = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${projector.port}${path}`);
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    store = openStore({ ...node, registry: eventRegistry });
    await publishFirstStart({ store, clock: systemClock });
    projector = await startProjector({
      databaseUrl: node.databaseUrl,
      eventStoreUrl: node.connectionString,
      host: '127.0.0.1',
      port: 0,
      dataDir: '',
      streamPrefix: node.streamPrefix,
      logLevel: 'silent',
      logFormat: 'json',
    });
  });
  afterAll(async () => {
    await projector.stop();
    await store.close();
  });

  it('has every read model there when it says that it is up, lives, and is ready', async () => {
    expect(await read('/livez')).toEqual({ status: 200, text: '{"status":"ok"}' });
    const { status, text } = await read('/readyz');
    expect([status, JSON.parse(text)]).toMatchObject([200, { status: 'ok', projections: { length: 3 } }]);
    expect((await read('/else')).status).toBe(404);
  });

  it('tells how far each read model is, for Prometheus', async () => {
    const head = await store.headPosition();
    const sql = openSql(node.databaseUrl, 1);
    await waitFor(sql, ['audit_history', 'funding', 'practices'], head as bigint, 50_000);
    await sql.end();
    const { text } = await read('/metrics');
    expect(text).toContain(`\ngpsoc_event_store_position ${head}\n`);
    expect(text).toContain(
      `\ngpsoc_projection_position{projection="funding",version="2",live="true"} ${head}\n`,
    );
    expect(text).toContain('\ngpsoc_projection_stopped{projection="practices",version="2",live="true"} 0\n');
    expect(text).toContain('# TYPE gpsoc_projection_events_total counter\n');
  });
});
