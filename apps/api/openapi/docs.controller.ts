import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OpenToAnyone } from '../auth/bearer.guard.js';
import { pageHeaders } from '../http/security-headers.js';
import { problem } from '../problems/problem.js';
import { OpenApiDocument } from './document.js';

const require = createRequire(import.meta.url);
/** The files of Swagger UI, which come with @nestjs/swagger. */
const FILES = dirname(
  createRequire(require.resolve('@nestjs/swagger')).resolve('swagger-ui-dist/package.json'),
);

const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <title>GPSoC Change Register: the API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', docExpansion: 'none', filter: true });
`;

/** The description of the API, for programs and for people. */
@ApiExcludeController()
@Controller()
@OpenToAnyone()
export class DocsController {
  constructor(@Inject(OpenApiDocument) private readonly document: OpenApiDocument) {}

  @Get('api/v1/openapi.json')
  openApi(): object {
    return this.document.content;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Res() reply: FastifyReply): void {
    void reply.headers(pageHeaders).send(PAGE);
  }

  @Get('docs/:file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.headers(pageHeaders);
    if (file === 'start.js') return void reply.type('text/javascript; charset=utf-8').send(START);
    const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
    if (!type) throw problem('ROUTE_UNKNOWN');
    void reply.type(type).send(await readFile(join(FILES, file)));
  }
}
