import { dotNetExpression } from './regular-expression.js';

describe('a .NET regular expression', () => {
  it.each([
    ['^[^$].*', 'practice', '$system'],
    ['^(?i)apple$', 'APPLE', 'apples'],
    ['(a(?i)b)c', 'aBc', 'aBC'],
    ['(?i:x)y', 'Xy', 'XY'],
    ['^(?!apple).*e.*$', 'cherry', 'apple'],
    ['\\Aab\\z', 'ab', 'xab'],
    ['[(?i)]', 'i', 'x'],
    ['\\(?i', '(i', 'I'],
    ['\\p{Lu}x', 'Äx', 'äx'],
  ])('%s matches %s and not %s', (pattern, matching, other) => {
    const expression = dotNetExpression(pattern);
    expect(expression.test(matching)).toBe(true);
    expect(expression.test(other)).toBe(false);
  });

  it('that is none is refused', () => {
    expect(() => dotNetExpression('(')).toThrow(SyntaxError);
    expect(() => dotNetExpression('[')).toThrow(SyntaxError);
  });
});
