import ts from 'typescript';

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '||': ['&&'],
  '&&': ['||'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};

const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  min: 'max',
  max: 'min',
};

/** What the name of a called method is changed to: `some` to `every` and the like. */
export const changedMethod = (node: ts.Node): string | undefined => {
  if (!ts.isIdentifier(node) || !ts.isPropertyAccessExpression(node.parent)) return undefined;
  const { parent: access } = node;
  const isCalled = ts.isCallExpression(access.parent) && access.parent.expression === access;
  return isCalled && access.name === node && !isInSchema(node) && Object.hasOwn(METHODS, node.text)
    ? METHODS[node.text]
    : undefined;
};

/**
 * What an expression is changed to, as source texts: other operators, a condition that always or never holds, a
 * fallback or the condition of a spread left out, a number one greater, a short text or a list emptied. Left as they
 * are: sentences (texts with a space), texts that are compared or given to a call, and what calls at module level
 * are given (the limits and names of schemas).
 */
export const changesOf = (node: ts.Node): readonly string[] => {
  const own = ts.isBinaryExpression(node) ? ofBinary(node) : ofOther(node);
  return [...new Set([...own, ...ofCondition(node)])];
};

const ofBinary = (node: ts.BinaryExpression): readonly string[] => {
  const operator = node.operatorToken.getText();
  const [left, right] = [node.left.getText(), node.right.getText()];
  if (operator === '??') return [left];
  if (operator === '+' && [node.left, node.right].some(isText)) return [];
  if (operator === '&&' && isSpread(node)) return [right, 'undefined'];
  return (OPERATORS[operator] ?? []).map((other) => `${left} ${other} ${right}`);
};

const ofOther = (node: ts.Node): readonly string[] => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [node.operand.getText()];
  if (isInSchema(node)) return [];
  if (ts.isNumericLiteral(node)) return isPropertyName(node) ? [] : [`${Number(node.text) + 1}`];
  if (ts.isStringLiteral(node)) return isShortValue(node) ? ["''"] : [];
  return ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? ['[]'] : [];
};

const ofCondition = (node: ts.Node): readonly string[] => {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && parent.condition === node) return ['true', 'false'];
  if (ts.isIfStatement(parent) && parent.expression === node) return ['true', 'false'];
  return ts.isWhileStatement(parent) && parent.expression === node ? ['false'] : [];
};

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Whether the expression is what `...(…)` spreads in an object. */
const isSpread = ({ parent }: ts.Node): boolean =>
  ts.isParenthesizedExpression(parent) ? isSpread(parent) : ts.isSpreadAssignment(parent);

const isPropertyName = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) && node.parent.name === node;

/** A text without a space that is a property, a branch or what a function returns. */
const isShortValue = (node: ts.StringLiteral): boolean => {
  const { parent } = node;
  const isValue =
    (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isArrowFunction(parent) && parent.body === node) ||
    ts.isReturnStatement(parent);
  return isValue && /^\S+$/.test(node.text);
};

/** Whether a call that no function makes is given it: what is set up when the module is loaded. */
const isInSchema = (node: ts.Node): boolean => {
  const { parent } = node;
  if (!parent || ts.isFunctionLike(parent)) return false;
  return ts.isCallExpression(parent) ? !isInFunction(parent) : isInSchema(parent);
};

const isInFunction = ({ parent }: ts.Node): boolean =>
  parent !== undefined && (ts.isFunctionLike(parent) || isInFunction(parent));
