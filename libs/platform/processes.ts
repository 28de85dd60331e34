import { readFileSync } from 'node:fs';

/** What the system says of a process after its name: state, parent and so on; nothing except on Linux. */
function statusFields(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return [];
  }
}

/**
 * True if a process of this number runs, whoever it belongs to. In a container nobody may collect the
 * dead: those still have a number and do nothing, so they count as gone.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/^[ZX]$/.test(statusFields(pid)[0] ?? '');
}

/**
 * What tells a process from another that got the same number later: when it began, in clock ticks since
 * the machine started. Empty where the system does not say (other than Linux) or the process has gone.
 */
export const birthMark = (pid: number): string => statusFields(pid)[19] ?? '';

/** The parent of a process, or undefined where the system does not say. */
export function parentOf(pid: number): number | undefined {
  const parent = statusFields(pid)[1];
  return parent === undefined ? undefined : Number(parent);
}
