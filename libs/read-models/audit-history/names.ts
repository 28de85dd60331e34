import type { CivilDate } from '#domain/calendar/dates.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from '#domain/practice/events.js';
import type { Recorded } from '#domain/recorded.js';

/** What the plain English of a file calls its systems. */
export interface Names {
  /** `Vision 3`; the id itself where no supplier lists the product. */
  product(productId: string): string;
  /** `Vision 3 (V1)`; the id alone where no such instance is on file. */
  instance(instanceId: string): string;
  /** Whether an instance is under an LSP contract, as it was registered (A13). */
  isUnderLsp(instanceId: string): boolean;
  /** `complete selection`, the command that was proposed; undefined where no such proposal is on file. */
  proposal(proposalId: string): string | undefined;
  /** The date that was proposed for the migration; undefined where no such proposal is on file. */
  proposedDate(proposalEventId: string): CivilDate | undefined;
}

/** `declare go-live` for the command declare-go-live. */
export const commandInWords = (command: string): string =>
  command.replaceAll('-', ' ').replace('go live', 'go-live');

/** How each type of event is told in plain English. */
export type Tellers = {
  readonly [Type in PracticeEventType]: (payload: PayloadOf<Type>, names: Names) => string;
};

/** The names in a practice's file, with the products' names by id. */
export const namesIn = (
  file: readonly Recorded<PracticeEvent>[],
  products: ReadonlyMap<string, string>,
): Names => {
  const installed = new Map(
    file.flatMap((event) =>
      event.type === 'SystemInstanceRegistered' ? [[event.payload.instanceId, event.payload] as const] : [],
    ),
  );
  const proposals = new Map(
    file.flatMap((event) =>
      event.type === 'CommandProposed' ? [[event.id, commandInWords(event.payload.command)] as const] : [],
    ),
  );
  const proposedDates = new Map(
    file.flatMap((event) =>
      event.type === 'MigrationDateProposed' ? [[event.id, event.payload.date] as const] : [],
    ),
  );
  const product = (productId: string) => products.get(productId) ?? productId;
  return {
    product,
    instance: (instanceId) => {
      const productId = installed.get(instanceId)?.productId;
      return productId === undefined ? instanceId : `${product(productId)} (${instanceId})`;
    },
    isUnderLsp: (instanceId) => installed.get(instanceId)?.contract === 'LSP',
    proposal: (proposalId) => proposals.get(proposalId),
    proposedDate: (proposalEventId) => proposedDates.get(proposalEventId),
  };
};
