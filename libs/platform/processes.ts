import { existsSync, readFileSync } from 'node:fs';

/** In a container nobody may collect the dead: those still have a number and do nothing. */
const isZombie = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/** True if a process of this number runs, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What tells a process from another that got the same number later: when it began, in clock ticks since
 * the machine started. Empty where the system does not say (other than Linux) or the process has gone.
 */
export function birthMark(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return '';
  const afterName = readFileSync(stat, 'utf8').split(') ').at(-1) ?? '';
  return afterName.split(' ')[19] ?? '';
}
