import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { validated } from './validated.js';

/** Validates each parameter that names a schema; throws INVALID_REQUEST with every wrong field. */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { schema, data }: ArgumentMetadata): unknown {
    return schema ? validated(schema as unknown as z.ZodType, value, data) : value;
  }
}
