import { answersOfReadAll, startDouble } from './in-memory-double.js';

// A process of its own, as the node has, or client and double would share a core.
const [eventStoreUrl = '', events = ''] = process.argv.slice(2);
const double = await startDouble(await answersOfReadAll(eventStoreUrl, Number(events)));
process.send?.(double.connectionString);
