import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type ApiResponseOptions } from '@nestjs/swagger';
import type { z } from 'zod';
import { ANY_REQUEST, answerResponse, type Code, type HeaderName, problemResponses } from './responses.js';

const READING: readonly Code[] = [...ANY_REQUEST, 'READ_MODEL_UNAVAILABLE', 'READ_MODEL_BEHIND'];

const responses = (ok: object, codes: readonly Code[]) =>
  applyDecorators(
    ...Object.entries({ 200: ok, ...problemResponses([...READING, ...codes], 'Register-Position') }).map(
      ([status, response]) => ApiResponse({ ...response, status: Number(status) } as ApiResponseOptions),
    ),
  );

/** Describes a question by its answer, the refusals of its own, and further headers. */
export const Answers = (schema: z.ZodType, codes: readonly Code[], ...headers: HeaderName[]) =>
  responses(answerResponse(schema, 'answer', ...headers), codes);

/** Describes a question that is answered by a list, which is sent as CSV too. */
export const AnswersList = (schema: z.ZodType, codes: readonly Code[] = []) =>
  responses(answerResponse(schema, 'list'), codes);
