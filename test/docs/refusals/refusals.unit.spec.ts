import { refusals } from '#domain/refusals.js';
import { answerTo } from './answer.js';
import { topics } from './topics.js';

const examples = Object.values(topics).flatMap((topic) => Object.entries(topic));

describe('every refusal of the catalogue has an example that runs', () => {
  it('no code is left out, and none stands twice', () =>
    expect(examples.map(([code]) => code).sort()).toEqual(Object.keys(refusals).sort()));
  it.each(examples)('%s, with every detail of its sentences filled in', (code, example) => {
    const answer = answerTo(example);
    expect(answer.code).toBe(code);
    expect(`${answer.because} ${answer.remedy}`).not.toMatch(/[–{}]/);
  });
});
