import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** Asks a worker; undefined where it did not answer within so many milliseconds: it is ended and another takes over. */
export type Ask<Question, Answer> = (question: Question, ms: number) => Promise<Answer | undefined>;

/** Has `count` workers do the jobs, each with the worker that it may ask, and returns what came of them, in order. */
export const doTogether = async <Job, Question, Answer, Result>(
  jobs: readonly Job[],
  crew: { readonly count: number; readonly start: () => Worker },
  work: (job: Job, ask: Ask<Question, Answer>) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const takeJobs = async (): Promise<void> => {
    let worker = crew.start();
    const ask: Ask<Question, Answer> = async (question, ms) => {
      const answer = await answerOf<Answer>(worker, question, ms);
      if (answer !== undefined) return answer;
      await worker.terminate();
      worker = crew.start();
      return undefined;
    };
    for (let index = next++; index < jobs.length; index = next++)
      results[index] = await work(jobs[index] as Job, ask);
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: crew.count }, takeJobs));
  return results;
};

const answerOf = async <Answer>(
  worker: Worker,
  question: unknown,
  ms: number,
): Promise<Answer | undefined> => {
  const done = new AbortController();
  const { signal } = done;
  worker.postMessage(question);
  try {
    const answer = once(worker, 'message', { signal }).then(([given]) => given as Answer);
    return await Promise.race([answer, wait(ms, undefined, { signal })]);
  } finally {
    done.abort();
  }
};
