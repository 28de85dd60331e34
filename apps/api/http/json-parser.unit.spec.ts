import { parseJson } from './json-parser.js';

const parsed = (text: string) => parseJson(Buffer.from(text));
const MALFORMED = expect.objectContaining({ problem: expect.objectContaining({ code: 'MALFORMED_JSON' }) });

describe('the JSON that the API takes', () => {
  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
    ['{"said":"\\"a\\":1, \\"a\\":2","a":"{\\"a\\":3}"}'],
    ['{"\\\\":1,"\\"":2}'],
    ['{ "a" : "b\\\\" , "c" : ":" }'],
    ['{"about":"__proto__ and constructor, -0"}'],
    ['-1'],
  ])('%s', (text) => {
    expect(parsed(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a name that stands twice', '{"a":1,"a":1}'],
    ['a name that stands twice further in', '{"a":[{"b":1,"c":2,"b":3}]}'],
    ['a name that stands twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a name with space before its colon', '{"a" :1,"a"\n:2}'],
    ['a name of the object’s nature', '{"a":{"__proto__":{}}}'],
    ['a name of the object’s nature, escaped', '{"const\\u0072uctor":1}'],
    ['a zero below nothing', '{"pence":-0}'],
    ['a zero below nothing, with decimals', '[[-0.0e1]]'],
  ])('refuses %s', (_what, text) => {
    expect(() => parsed(text)).toThrow(MALFORMED);
  });

  it('takes the deepest nesting that fits, and refuses what is wrong at its end', () => {
    const depth = 30_000;
    expect(parsed('['.repeat(depth) + ']'.repeat(depth))).toHaveLength(1);
    expect(() => parsed('['.repeat(depth) + '-0' + ']'.repeat(depth))).toThrow(MALFORMED);
  });
});
