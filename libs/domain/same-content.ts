/**
 * Whether two JSON-native values say the same: fields in any order, an undefined field as an absent one. What a
 * command asks for is compared so with what is on record, to tell a repetition from a contradiction.
 */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map((key) => [key, part[key as keyof typeof part]]),
        )
      : part,
  );

/** The first name that stands twice in a list, or undefined. */
export const firstTwice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

/** Rows by what tells them apart, for a comparison in which their order says nothing. */
export const byKey = <Key extends string, Row extends { readonly [K in Key]: string }>(
  rows: readonly Row[],
  key: Key,
): Readonly<Record<string, Row>> => Object.fromEntries(rows.map((row) => [row[key], row]));
