import { readServiceConfig } from '#platform/config.js';
import { runService } from '#platform/service.js';
import { startProjector } from './start-projector.js';

await runService(() => startProjector(readServiceConfig()));
