#!/usr/bin/env node
import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { sentenceOf } from '#platform/service.js';
import { CliModule } from './cli.module.js';

const fail = (error: Error): never => {
  console.error(error.name === 'CommanderError' ? error.message : sentenceOf(error));
  process.exit(1);
};

await CommandFactory.run(CliModule, {
  cliName: 'gpsoc',
  errorHandler: fail,
  serviceErrorHandler: fail,
}).catch(fail);
process.exit(0);
