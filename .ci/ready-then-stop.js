// Waits, at most a minute, until the product that announces itself in this file answers /readyz with 200; stops it.
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const [, , file] = process.argv;
const deadline = performance.now() + 60_000;
const ask = async () => {
  const { apiUrl, pid } = JSON.parse(await readFile(file, 'utf8'));
  const response = await fetch(`${apiUrl}/readyz`);
  console.log(`${apiUrl}/readyz answers ${response.status}`);
  return response.ok ? pid : undefined;
};
let pid;
while (!(pid = await ask().catch(() => undefined))) {
  if (performance.now() > deadline) throw new Error('npm start was not ready within a minute.');
  await pause(200);
}
process.kill(pid, 'SIGTERM');
