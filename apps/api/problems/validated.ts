import type { z } from 'zod';
import { problem, type WrongField } from './problem.js';

type Issue = z.core.$ZodIssue;

/** Every wrong field of a request, unknown ones one by one; `within` is where the value itself stands. */
const wrongFields = (issues: readonly Issue[], within: readonly string[]): WrongField[] =>
  issues.flatMap((issue) => {
    const path = [...within, ...issue.path.map(String)];
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      message: 'is not a field of this request',
    }));
  });

/**
 * The value as the schema gives it.
 * @param name of the value where it is one of several, such as a parameter of the path
 * @throws ProblemError INVALID_REQUEST with every wrong field
 */
export const validated = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name?: string,
): z.output<Schema> => {
  const { success, data, error } = schema.safeParse(value);
  const within = name === undefined ? [] : [name];
  if (!success) throw problem('INVALID_REQUEST', { errors: wrongFields(error.issues, within) });
  return data;
};
