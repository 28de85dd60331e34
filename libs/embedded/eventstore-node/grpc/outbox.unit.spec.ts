import { createOutbox } from './outbox.js';

/** A client that takes what it was sent when it is told to. */
function createSubject() {
  const sent: string[] = [];
  let take: () => void = () => undefined;
  let kept = 0;
  const send = (frames: Buffer): Promise<void> => {
    sent.push(frames.length > 100 ? String(frames.length) : frames.toString());
    return new Promise((resolve) => (take = resolve));
  };
  const outbox = createOutbox({ send, closed: false }, () => (kept += 1));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const takes = async (): Promise<void> => {
    take();
    await turn();
  };
  return { outbox, sent, turn, takes, kept: () => kept };
}

it('sends what comes in one moment in one write', async () => {
  const { outbox, sent, turn } = createSubject();
  for (const text of ['a', 'b', 'c']) outbox.add(Buffer.from(text));
  await turn();
  expect(sent).toEqual(['abc']);
});

it('sends nothing more before the client has taken what was sent, and then everything at once', async () => {
  const { outbox, sent, turn, takes } = createSubject();
  outbox.add(Buffer.from('a'));
  await turn();
  for (const text of ['b', 'c', 'd']) {
    outbox.add(Buffer.from(text));
    await turn();
  }
  expect(sent).toEqual(['a']);
  await takes();
  expect(sent).toEqual(['a', 'bcd']);
});

it('has room for 1 MiB that the client has not taken, and says when it has room again', async () => {
  const { outbox, turn, takes, kept } = createSubject();
  outbox.add(Buffer.alloc(1024 * 1024 - 1));
  expect(outbox.hasRoom()).toBe(true);
  outbox.add(Buffer.alloc(1));
  expect(outbox.hasRoom()).toBe(false);
  await turn();
  expect(kept()).toBe(0);
  await takes();
  expect([outbox.hasRoom(), kept()]).toEqual([true, 1]);
});
