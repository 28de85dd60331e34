import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frame } from '#embedded/eventstore-node/wire.js';
import { welcomed } from '../../product.js';
import { appendsOf } from './bare-appends.js';
import { connectBare } from './bare-client.js';
import { readAllRequest } from './in-memory-double.js';

const EVENTS = 1_000_000;
const IN_AN_APPEND = 1000;
const READERS = 50;
const READ = '/event_store.client.streams.Streams/Read';

/** Starts the node alone; resolves with how long it took until it was ready. */
const start = async (data: string) => {
  const begin = performance.now();
  const node = spawn(
    process.execPath,
    ['dist/apps/store/main.js', '--port', '0', '--data', data, '--insecure'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [, port] = /esdb:\/\/127\.0\.0\.1:(\d+)/.exec(await welcomed(node)) ?? [];
  return { node, port: Number(port), seconds: (performance.now() - begin) / 1000 };
};

const stop = async (node: ChildProcess): Promise<void> => {
  node.kill('SIGTERM');
  await once(node, 'exit');
};

/** Kilobytes that the node's process holds now and has held at most, as Linux counts them. */
const memoryOf = ({ pid }: ChildProcess, what: 'VmRSS' | 'VmHWM'): number =>
  Math.round(
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  );

/** Counts the messages of an answer as its bytes come. */
const counter = () => {
  let messages = 0;
  let skip = 0;
  let head: Buffer = Buffer.alloc(0);
  return {
    count: () => messages,
    take: (bytes: Buffer) => {
      let at = 0;
      while (at < bytes.length) {
        const skipped = Math.min(skip, bytes.length - at);
        at += skipped;
        skip -= skipped;
        if (skip > 0 || at >= bytes.length) return;
        const wanted = bytes.subarray(at, at + 5 - head.length);
        head = Buffer.concat([head, wanted]);
        at += wanted.length;
        if (head.length < 5) return;
        messages += 1;
        skip = head.readUInt32BE(1);
        head = Buffer.alloc(0);
      }
    },
  };
};

const folder = await mkdtemp(join(tmpdir(), 'gpsoc-bench-'));
try {
  const first = await start(folder);
  const writer = await connectBare('127.0.0.1', first.port);
  const append = appendsOf(writer, IN_AN_APPEND);
  const began = performance.now();
  for (let written = 0; written < EVENTS; written += IN_AN_APPEND) await append();
  console.log(
    `${EVENTS} events written in ${((performance.now() - began) / 1000).toFixed(1)} s, in appends of ${IN_AN_APPEND}`,
  );
  console.log(`resident at most, writing: ${memoryOf(first.node, 'VmHWM')} MB`);
  writer.close();
  await stop(first.node);

  const { node, port, seconds } = await start(folder);
  console.log(`started again with them in ${seconds.toFixed(2)} s, PostgreSQL included`);
  const request = frame(readAllRequest(EVENTS));
  const readers = await Promise.all(Array.from({ length: READERS }, () => connectBare('127.0.0.1', port)));
  const [stalled, ...others] = readers;
  const half = performance.now();
  const ofStalled = counter();
  stalled!
    .call(READ, request, (bytes) => {
      ofStalled.take(bytes);
      stalled!.stall();
    })
    .catch(() => undefined);
  const counts = await Promise.all(
    others.map(async (reader) => {
      const { take, count } = counter();
      await reader.call(READ, request, take);
      return count();
    }),
  );
  console.log(
    `${others.length} readers read ${Math.min(...counts)} to ${Math.max(...counts)} events each in ${((performance.now() - half) / 1000).toFixed(0)} s; one more stalled after ${ofStalled.count()}`,
  );
  console.log(`resident at most: ${memoryOf(node, 'VmHWM')} MB; at the end ${memoryOf(node, 'VmRSS')} MB`);
  for (const reader of readers) reader.close();
  await stop(node);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
