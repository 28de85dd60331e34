import { Module } from '@nestjs/common';
import { ImportCommand } from './import.command.js';
import { TokenCommand } from './token.command.js';

@Module({ providers: [ImportCommand, TokenCommand] })
export class CliModule {}
