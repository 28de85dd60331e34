#!/usr/bin/env node
import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { StoreUnavailable } from '#event-store/index.js';
import { sentenceOf } from '#platform/service.js';
import { CliModule } from './cli.module.js';

/** What is wrong with the words typed, commander has printed; a store that is away has a sentence of its own. */
const fail = (error: Error & { exitCode?: number }): never => {
  if (error instanceof StoreUnavailable) console.error(error.message);
  else if (error.name !== 'CommanderError') console.error(sentenceOf(error));
  process.exit(error.exitCode ?? 1);
};

await CommandFactory.run(CliModule, {
  cliName: 'gpsoc',
  errorHandler: fail,
  serviceErrorHandler: fail,
}).catch(fail);
process.exit(0);
