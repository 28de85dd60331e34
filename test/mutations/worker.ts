import { parentPort, workerData } from 'node:worker_threads';
import { trials, type Baseline, type Selection } from './trial.js';

/** What a worker is asked: what a spec file does unmutated, or whether some of its tests catch a mutant. */
export type Question = { readonly spec: string } | { readonly mutant: number; readonly selection: Selection };

export type Answer = Baseline | boolean;

const scripts = workerData as Readonly<Record<string, string>>;
const { baseline, isCaught } = trials((path) => scripts[path]!);

const answerTo = (question: Question): Promise<Answer> =>
  'spec' in question ? baseline(question.spec) : isCaught(question.mutant, question.selection);

parentPort?.on(
  'message',
  (question: Question) => void answerTo(question).then((answer) => parentPort?.postMessage(answer)),
);
