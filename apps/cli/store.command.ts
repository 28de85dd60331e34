import { Command, CommandRunner } from 'nest-commander';
import { StoreCopyCommand } from './store-copy.command.js';

/** `gpsoc store …`: what an operator does with a whole event store. */
@Command({ name: 'store', description: 'Works on a whole event store', subCommands: [StoreCopyCommand] })
export class StoreCommand extends CommandRunner {
  run(): Promise<void> {
    return Promise.resolve(this.command.help({ error: true }));
  }
}
