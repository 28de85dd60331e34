import type { Recorded } from '#domain/recorded.js';
import type { Tx } from './sql.js';

/**
 * A read model's tables and how events become rows in them. A projection writes rows or calls out, never both; it
 * gets only the transaction in which its rows and its checkpoint are written together.
 */
export interface Projection {
  /** In snake_case; part of its schema's name. */
  readonly name: string;
  /** Another version is another schema, built from the start of `$all` beside the live one. */
  readonly version: number;
  /** Its tables; run once, with the search path at its schema. */
  readonly ddl: string;
  /** Every own event in order, those that don't concern it too. Unqualified names are its own tables. */
  apply(events: readonly Recorded[], tx: Tx): Promise<void>;
}

/** A read model is asked for whose tables are not there yet. */
export class NotInstalled extends Error {
  override readonly name: string = 'NotInstalled';

  constructor(projection: string) {
    super(`The projection ${projection} is not installed. Start the projector once.`);
  }
}

/** A read model is asked for that a later version has to answer, and queries still read the earlier one. */
export class NotSwitched extends NotInstalled {
  constructor({ name, version }: Pick<Projection, 'name' | 'version'>) {
    super(name);
    this.message = `Version ${version} of ${name} is still being built, and answers as soon as it has caught up.`;
  }
}

/** The schema of a projection's version: `<name>_v<version>`. */
export const schemaOf = ({ name, version }: Pick<Projection, 'name' | 'version'>): string =>
  `${name}_v${version}`;

/** The schema in which the same version is built once more, to be compared with the first or to replace it. */
export const rebuildSchemaOf = (projection: Projection): string => `${schemaOf(projection)}_rebuild`;
