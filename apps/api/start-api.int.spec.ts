import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServiceConfig } from '#platform/config.js';
import { startApi } from './start-api.js';

describe('the API', () => {
  it('says in one sentence that the event store does not answer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gpsoc-api-'));
    const config = readServiceConfig({
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
      DATA_DIR: folder,
    });
    await expect(startApi(config)).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(
        /^The event store does not answer \(.*ECONNREFUSED 127\.0\.0\.1:1.*\): check EVENTSTORE_URL\.$/,
      ) as string,
    });
    await rm(folder, { recursive: true });
  });
});
