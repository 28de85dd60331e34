import { HttpException } from '@nestjs/common';
import { EventTooLarge, StoreUnavailable } from '#event-store/errors.js';
import { NotInstalled } from '#projections/projection.js';
import { isPassing as isDatabaseAway } from '#projections/sql.js';
import type { ProblemCode } from './catalogue.js';
import { type Problem, ProblemError, problemOf } from './problem.js';

/** What the framework's own refusals are called here, by status. */
const FRAMEWORK: Readonly<Record<number, ProblemCode>> = {
  404: 'ROUTE_UNKNOWN',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The problem that an error is to a client. What nobody foresaw is INTERNAL, and says nothing of its cause. */
export const problemFromError = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable) return problemOf('STORE_UNAVAILABLE');
  if (error instanceof EventTooLarge) return problemOf('BODY_TOO_LARGE');
  if (isDatabaseAway(error) || isNotInstalled(error)) return problemOf('READ_MODEL_UNAVAILABLE');
  const status = statusOf(error);
  if (status === undefined || status >= 500) return problemOf('INTERNAL');
  return problemOf(FRAMEWORK[status] ?? 'MALFORMED_REQUEST');
};

/** A read model's tables are not there before the projector's first start. */
const isNotInstalled = (error: unknown): boolean => {
  if (error instanceof NotInstalled) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '42P01' || code === '3F000';
};

/** The status of an error of Nest or Fastify. */
const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
};
