import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { z } from 'zod';
import { commandPaths } from './command-paths.js';
import { openApiSchema, replies } from './replies.js';

const DESCRIPTION = `The record of every decision that a GP practice, its PCT and its suppliers take about the
practice's clinical system under GP Systems of Choice: keep it, change it, go live, give notice, keep access to the old
audit trail.

Every request carries a bearer token; \`gpsoc token\` makes one for development. A command needs an \`Idempotency-Key\`,
and the same key gives the same answer again. Dates are London dates, money is in pence. \`on=\` asks about a day,
\`knownAt=\` about what was on record at an instant, or by the end of a London day. A problem
(\`application/problem+json\`) has a stable \`code\`, the \`rule\` and a \`remedy\`.`;

/** The description of the API, made once when the API is. */
@Injectable()
export class OpenApiDocument {
  content: object = {};

  /** Describes the routes that read as they are declared, and each command by its own name. */
  describe(api: INestApplication): void {
    const info = new DocumentBuilder()
      .setTitle('GPSoC Change Register')
      .setDescription(DESCRIPTION)
      .setVersion('1')
      .setOpenAPIVersion('3.1.0')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
      .build();
    const document = SwaggerModule.createDocument(api, info, {
      standardSchemaConverter: (schema, { schemaType }) => ({
        schema: openApiSchema(schema as z.ZodType, schemaType),
      }),
    });
    const answers = Object.entries(replies).map(([name, schema]) => [name, openApiSchema(schema)]);
    this.content = {
      ...document,
      paths: { ...document.paths, ...commandPaths() },
      components: {
        ...document.components,
        schemas: { ...document.components?.schemas, ...Object.fromEntries(answers) },
      },
    };
  }
}
