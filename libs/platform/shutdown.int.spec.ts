import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const PROGRAM = `
  import { untilAskedToStop } from './dist/libs/platform/shutdown.js';
  const asked = untilAskedToStop();
  console.error('waiting');
  await asked;
  console.log('asked');`;

describe('a program that npm started', () => {
  it('takes the end of the shell between them for a request to stop', async () => {
    const command = `'${process.execPath}' --input-type=module --eval "$PROGRAM"; exit`;
    const shell = spawn('sh', ['-c', command], {
      env: { ...process.env, npm_lifecycle_event: 'start', PROGRAM },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    shell.stderr.once('data', () => shell.kill('SIGTERM'));
    expect(await text(shell.stdout)).toBe('asked\n');
  });
});
