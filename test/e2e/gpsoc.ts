import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a run of `gpsoc` printed and ended with. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/**
 * Runs `gpsoc` as compiled by `npm run build`, with its own environment on top of this process's.
 * `meanwhile` is given the number of its process.
 */
export const gpsoc = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  meanwhile: (pid: number) => Promise<void> = async () => undefined,
): Promise<Ran> => {
  // Node warns of a certificate for an address, which a store under test may well have.
  const flags = ['--enable-source-maps', '--disable-warning=DEP0123'];
  const child = spawn(process.execPath, [...flags, 'dist/apps/cli/main.js', ...words], {
    env: { ...process.env, DATABASE_URL: '', EVENTSTORE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = [child.stdout, child.stderr].map((stream) => {
    const printed = { text: '' };
    stream.on('data', (data: Buffer) => (printed.text += data.toString()));
    return printed;
  });
  const [[code]] = (await Promise.all([once(child, 'close'), meanwhile(child.pid!)])) as [
    [number | null],
    void,
  ];
  return { code, said: said!.text, complained: complained!.text };
};
