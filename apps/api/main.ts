import { readServiceConfig } from '#platform/config.js';
import { runService } from '#platform/service.js';
import { startApi } from './start-api.js';

await runService(() => startApi(readServiceConfig()));
