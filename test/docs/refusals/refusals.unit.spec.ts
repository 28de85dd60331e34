import { refusals } from '#domain/refusals.js';
import { workedDataSet } from '#apps/standalone/worked-data-set.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { pages } from '../pages.js';
import { answerTo } from './answer.js';
import { topics } from './topics.js';

const examples = Object.values(topics).flatMap((topic) => Object.entries(topic));

describe('the W that the page quotes', () => {
  it('names its order as the demo does', () => {
    const demos = workedDataSet.find(({ command }) => command === 'place-order');
    expect(workedUntil('ordered').at(-1)?.body).toMatchObject({ trackingRef: 'TRACK-0001' });
    expect(demos?.body).toMatchObject({ trackingRef: 'TRACK-0001' });
  });

  it('says whose agreement of a day came last, where two parties agree on it', () =>
    expect(pages['docs/reference/refusals.md']!()).toContain(
      'After `agree-date` of 2009-01-22 by K Moss (SUP, INPS) in W.',
    ));
});

describe('every refusal of the catalogue has an example that runs', () => {
  it('no code is left out, and none stands twice', () =>
    expect(examples.map(([code]) => code).sort()).toEqual(Object.keys(refusals).sort()));
  it.each(examples)('%s, with every detail of its sentences filled in', (code, example) => {
    const answer = answerTo(example);
    expect(answer.code).toBe(code);
    expect(`${answer.because} ${answer.remedy}`).not.toMatch(/[–{}]/);
  });
});
