import ts from 'typescript';
import { changedMethod, changesOf } from './changes.js';

/** One change of the source, made by its number. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The declaration at module level in which it stands. */
  readonly within: string;
  readonly original: string;
  readonly replacement: string;
}

/** A source file in which every mutant stands behind `__mutant(id)`, and its mutants. */
export interface Instrumented {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/** The file with its mutants, numbered from `firstId` on. */
export const instrument = (file: string, source: string, firstId: number): Instrumented => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const mutantOf = (node: ts.Node, original: string, replacement: string): number => {
    const id = firstId + mutants.length;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    mutants.push({ id, file, line, within: declarationOf(node), original, replacement });
    return id;
  };
  const emit = (node: ts.Node): string => {
    if (isOfTypes(node)) return node.getText();
    const method = changedMethod(node);
    if (method !== undefined) {
      const call = node.parent.parent.getText();
      const id = mutantOf(
        node,
        call,
        `${node.parent.getText().slice(0, -node.getText().length)}${method}(…)`,
      );
      return `[__mutant(${id}) ? '${method}' : '${node.getText()}']`;
    }
    const changes = changesOf(node).map(
      (change) => `__mutant(${mutantOf(node, node.getText(), change)}) ? (${change}) : `,
    );
    const text = withChildren(node, emit);
    return changes.length === 0 ? text : `(${changes.join('')}(${text}))`;
  };
  return { text: withChildren(tree, emit), mutants };
};

/** A node's text with that of its children as `emit` gives it; `.` goes where a member's name becomes `[…]`. */
const withChildren = (node: ts.Node, emit: (child: ts.Node) => string): string => {
  const source = node.getSourceFile().text;
  let at = ts.isSourceFile(node) ? 0 : node.getStart();
  let text = '';
  node.forEachChild((child) => {
    const emitted = emit(child);
    const between = source.slice(at, child.getStart());
    text += (changedMethod(child) ? between.replace(/(?<!\?)\.(?=\s*$)/, '') : between) + emitted;
    at = child.end;
  });
  return text + source.slice(at, node.end);
};

const isOfTypes = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isTypeParameterDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node);

const declarationOf = (node: ts.Node): string => {
  const { parent } = node;
  if (!parent) return '';
  const isTop = ts.isSourceFile(parent) || (parent.parent?.parent && ts.isSourceFile(parent.parent.parent));
  const named = node as Partial<ts.NamedDeclaration>;
  return isTop && named.name ? named.name.getText() : declarationOf(parent);
};
