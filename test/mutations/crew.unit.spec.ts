import { Worker } from 'node:worker_threads';
import { doTogether } from './crew.js';

const start = () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (n) => { while (n === 2); parentPort.postMessage(n * 10); });`,
    { eval: true },
  );

describe('a crew of workers', () => {
  it('answers in order, and goes on after an endless loop that is ended', async () => {
    const results = await doTogether<number, number, number, number | undefined>(
      [1, 2, 3, 4],
      { count: 2, start },
      (job, ask) => ask(job, job === 2 ? 100 : 30_000),
    );
    expect(results).toEqual([10, undefined, 30, 40]);
  });
});
