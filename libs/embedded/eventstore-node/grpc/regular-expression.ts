/** What .NET writes differently, outside of character classes. */
const ANCHORS: Readonly<Record<string, string>> = { A: '^', z: '$', Z: '(?=\\n?$)' };

/**
 * A .NET regular expression as one of JavaScript's: inline options such as `(?i)` hold to the end of their group,
 * and the anchors `\A`, `\z` and `\Z` are known.
 * @throws SyntaxError if it is none
 */
export function dotNetExpression(pattern: string): RegExp {
  const source = translate(pattern);
  return new RegExp(source, /\\[pP]\{/.test(source) ? 'u' : '');
}

function translate(pattern: string): string {
  let result = '';
  let inClass = false;
  // How many groups that inline options opened are to be closed with each group.
  const opened = [0];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      const escaped = pattern.charAt((at += 1));
      result += inClass ? `\\${escaped}` : (ANCHORS[escaped] ?? `\\${escaped}`);
      continue;
    }
    const options = inClass ? null : /^\(\?([ims]*(?:-[ims]+)?)\)/.exec(pattern.slice(at));
    if (options !== null) {
      result += `(?${options[1] ?? ''}:`;
      opened.push((opened.pop() ?? 0) + 1);
      at += options[0].length - 1;
      continue;
    }
    if (character === '[') inClass = true;
    if (character === ']') inClass = false;
    if (character === '(' && !inClass) opened.push(0);
    if (character === ')' && !inClass) result += ')'.repeat(opened.pop() ?? 0);
    result += character;
  }
  return result + ')'.repeat(opened.pop() ?? 0);
}
