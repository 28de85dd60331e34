import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import type { ApiDependencies } from './dependencies.js';
import { prepareServer, serverOptions } from './http/server.js';
import { OpenApiDocument } from './openapi/document.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ValidationPipe } from './problems/validation.pipe.js';

/** Makes the API on these stores; it answers once it is told to listen. */
export const createApi = async (dependencies: ApiDependencies): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter(serverOptions);
  prepareServer(adapter.getInstance());
  const api = await NestFactory.create<NestFastifyApplication>(ApiModule.on(dependencies), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  api.useGlobalPipes(new ValidationPipe());
  api.useGlobalFilters(new ProblemFilter(dependencies.log));
  api.get(OpenApiDocument).describe(api);
  return api;
};
