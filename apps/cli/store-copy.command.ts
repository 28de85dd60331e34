import { SingleBar } from 'cli-progress';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import {
  type CopyOutcome,
  copyStore,
  openWholeStore,
  type Progress,
  type WholeStore,
} from '#event-store/index.js';
import { CannotStart } from '#platform/cannot-start.js';
import { untilAskedToStop } from '#platform/shutdown.js';
import { told } from './store-copy-report.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly dryRun?: boolean;
}

/** `gpsoc store copy`: all of one EventStoreDB into another, either of them the embedded node or a real one. */
@SubCommand({
  name: 'copy',
  description:
    'Copies every event of an event store to another, and proves it; done again it goes on where it was',
})
export class StoreCopyCommand extends CommandRunner {
  async run(_arguments: string[], { from, to, dryRun = false }: Options): Promise<void> {
    const [source, target] = [open(from, 'source'), open(to, 'target')];
    const stopping = new AbortController();
    void untilAskedToStop().then(() => stopping.abort());
    const bar = new SingleBar({
      format: '{doing} {bar} {percentage}%, {eta_formatted} left',
      stream: process.stderr,
    });
    const { signal } = stopping;
    const outcome = await copyStore(source, target, { dryRun, signal, onProgress: showOn(bar) }).finally(() =>
      bar.stop(),
    );
    await Promise.all([source.close(), target.close()]);
    report(outcome);
  }

  @Option({ flags: '--from <url>', description: 'the event store to copy, esdb://…', required: true })
  parseFrom(url: string): string {
    return url;
  }

  @Option({ flags: '--to <url>', description: 'the event store to copy into, esdb://…', required: true })
  parseTo(url: string): string {
    return url;
  }

  @Option({ flags: '--dry-run', description: 'compare, say what would be copied, and write nothing' })
  parseDryRun(): boolean {
    return true;
  }
}

const open = (url: string, called: 'source' | 'target'): WholeStore => {
  try {
    return openWholeStore(url, called);
  } catch (error) {
    const option = called === 'source' ? '--from' : '--to';
    throw new CannotStart(
      `${option} is no address of an event store (${(error as Error).message}): write esdb://….`,
    );
  }
};

/** Each comparison and each pass of copying fills the bar once. */
const showOn = (bar: SingleBar): ((progress: Progress) => void) => {
  let now = '';
  return ({ doing, position, upTo }) => {
    if (doing !== now) {
      bar.stop();
      bar.start(Number(upTo), Number(position), { doing });
    } else bar.update(Number(position));
    now = doing;
  };
};

const report = (outcome: CopyOutcome): void => {
  const { lines, isWell } = told(outcome);
  if (!isWell) throw new CannotStart(lines.join('\n'));
  console.log(lines.join('\n'));
};
