/** A list that grows without being copied: each link holds what came last, and the list as it was before that. */
export interface Chain<Item> {
  readonly last: Item;
  readonly before: Chain<Item> | null;
}

/** The items of a chain, the oldest first; none of null. */
export const itemsOf = <Item>(chain: Chain<Item> | null): readonly Item[] => {
  const items: Item[] = [];
  for (let link = chain; link !== null; link = link.before) items.push(link.last);
  return items.reverse();
};

/** The chain of these items, the oldest first; null of none. */
export const chainOf = <Item>(items: readonly Item[]): Chain<Item> | null =>
  items.reduce<Chain<Item> | null>((before, last) => ({ last, before }), null);

/** The chain of those items that are kept: the chain itself where all are. */
export const kept = <Item>(
  chain: Chain<Item> | null,
  isKept: (item: Item) => boolean,
): Chain<Item> | null => {
  const items = itemsOf(chain);
  const left = items.filter(isKept);
  return left.length === items.length ? chain : chainOf(left);
};
