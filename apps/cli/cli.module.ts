import { Module } from '@nestjs/common';
import { ImportCommand } from './import.command.js';
import { StoreCopyCommand } from './store-copy.command.js';
import { StoreCommand } from './store.command.js';
import { TokenCommand } from './token.command.js';

@Module({ providers: [ImportCommand, StoreCommand, StoreCopyCommand, TokenCommand] })
export class CliModule {}
