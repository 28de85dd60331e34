import type { Refusal } from '#domain/refusals.js';
import { problems, type ProblemCode, type ProblemEntry } from './catalogue.js';

/** An RFC 9457 problem, with the register's own code, rule and remedy. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly rule?: string;
  readonly remedy: string;
  readonly [more: string]: unknown;
}

/** One wrong field of a request: where it stands, its names and places joined by full stops, and what is wrong. */
export interface WrongField {
  readonly path: string;
  readonly message: string;
}

const typeOf = (code: string): string => `urn:gpsoc-change-register:problem:${code}`;

/** `NOT_YOUR_PRACTICE` as 'Not your practice': one title for each code, whatever the occasion. */
const titleOf = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The problem of that code, with what more there is to say about this occasion. */
export const problemOf = (code: ProblemCode, more: object = {}): Problem => {
  const { status, detail, rule, remedy }: ProblemEntry = problems[code];
  const head = { type: typeOf(code), title: titleOf(code), status, detail, code };
  return { ...head, ...(rule !== undefined && { rule }), remedy, ...more };
};

/** A refusal of the domain as a problem, with the status that the refusal says. */
export const problemOfRefusal = ({ code, rule, because, remedy, status }: Refusal): Problem => ({
  type: typeOf(code),
  title: titleOf(code),
  status,
  detail: because,
  code,
  rule,
  remedy,
});

/** Carries a problem out of a place that can't answer by itself: a guard, a parser, a query. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The error that carries the problem of that code. */
export const problem = (code: ProblemCode, more: object = {}): ProblemError =>
  new ProblemError(problemOf(code, more));
