import { execFileSync } from 'node:child_process';

/** How much memory the child process of this program holds, in megabytes. */
export const residentMegabytes = (program: string): number => {
  const lines = execFileSync('ps', ['-e', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n');
  const found = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .find((match) => Number(match?.[1]) === process.pid && match?.[3]?.includes(program));
  return Math.round(Number(found?.[2]) / 1024);
};
