import type { z } from 'zod';
import { problem, type WrongField } from './problem.js';

type Issue = z.core.$ZodIssue;

/** Every wrong field of a request, unknown ones one by one. */
export const wrongFields = (issues: readonly Issue[]): WrongField[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not a field of this request' }));
    return [{ path: path.join('.'), message: issue.message }];
  });

/** The value as the schema gives it. Throws the problem INVALID_REQUEST with every wrong field. */
export const validated = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw problem('INVALID_REQUEST', { errors: wrongFields(error.issues) });
  return data;
};
