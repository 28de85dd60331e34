import { createTimings } from './timings.js';

it('says nothing before the first answer', () => {
  expect(createTimings().measurements()).toEqual([]);
});

it('says how long answers took, by the names that the real server gives', () => {
  const timings = createTimings();
  for (let elapsed = 100; elapsed >= 1; elapsed -= 1) timings.add(elapsed + 0.9);
  expect(Object.fromEntries(timings.measurements())).toEqual({
    Mean: 50,
    Median: 51,
    Fastest: 1,
    'Quintile 1': 1,
    'Quintile 2': 21,
    'Quintile 3': 41,
    'Quintile 4': 61,
    'Quintile 5': 81,
    '90%': 91,
    '95%': 96,
    '99%': 100,
    '99.5%': 100,
    '99.9%': 100,
    Highest: 100,
  });
});

it('looks at the last 1,000 answers', () => {
  const timings = createTimings();
  timings.add(5000);
  for (let each = 0; each < 1000; each += 1) timings.add(1);
  expect(Object.fromEntries(timings.measurements())).toMatchObject({ Highest: 1 });
});
