import ts from 'typescript';

/** A test as a reader finds it: its spec file, and its title with those of the groups around it. */
export interface TitledTest {
  readonly file: string;
  readonly title: string;
}

/** The tests of one spec file in the order in which they stand there; a title's variable parts stay as written. */
export const testsIn = (file: string, source: string): readonly TitledTest[] => {
  const visit = (node: ts.Node, groups: readonly string[]): readonly TitledTest[] => {
    const called = ts.isCallExpression(node) ? calledIn(node) : undefined;
    if (called === undefined) return childrenOf(node).flatMap((child) => visit(child, groups));
    const titles = [...groups, called.title];
    return called.name === 'describe'
      ? called.rest.flatMap((child) => visit(child, titles))
      : [{ file, title: titles.join(' › ') }];
  };
  return visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest), []);
};

const childrenOf = (node: ts.Node): readonly ts.Node[] => {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return children;
};

/** The name, the title and the other arguments where that call is of `describe` or `it`, with `.each(…)` or without. */
const calledIn = ({ expression, arguments: [title, ...rest] }: ts.CallExpression) => {
  const name = ts.isCallExpression(expression) ? eachOf(expression.expression) : expression;
  if (!name || !ts.isIdentifier(name) || !['describe', 'it'].includes(name.text) || !title) return undefined;
  return { name: name.text, title: textOf(title), rest };
};

const eachOf = (expression: ts.Expression): ts.Expression | undefined =>
  ts.isPropertyAccessExpression(expression) && expression.name.text === 'each'
    ? expression.expression
    : undefined;

const textOf = (title: ts.Node): string => {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return '…';
  return title.head.text + title.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
};
