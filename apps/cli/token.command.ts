import { Command, CommandRunner, Option } from 'nest-commander';
import { issueToken, type TokenHolder } from '#platform/auth.js';
import { CannotStart } from '#platform/cannot-start.js';
import { readTerminalConfig } from '#platform/config.js';
import { signingKey } from '#platform/signing-key.js';

interface Options {
  readonly role: TokenHolder['role'];
  readonly org: string;
  readonly name: string;
  readonly sub?: string;
  readonly hours?: number;
}

const ROLES = ['PR', 'PCT', 'SUP', 'NAT', 'AUD'];

/** `gpsoc token`: a development token, signed with the key that first start made in the data folder. */
@Command({ name: 'token', description: 'Makes a development token for a person' })
export class TokenCommand extends CommandRunner {
  async run(_arguments: string[], { role, org, name, sub, hours = 8 }: Options): Promise<void> {
    const key = await signingKey(readTerminalConfig().dataDir);
    const holder = { role, org, name, sub: sub ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') };
    console.log(await issueToken(key, holder, hours * 3600));
  }

  @Option({ flags: '--role <role>', description: `one of ${ROLES.join(', ')}`, required: true })
  parseRole(role: string): string {
    if (!ROLES.includes(role))
      throw new CannotStart(`${role} is not a role that a token can carry: use one of ${ROLES.join(', ')}.`);
    return role;
  }

  @Option({
    flags: '--org <code>',
    description: 'practice, PCT or supplier, such as A00001, 5ZZ, EMIS',
    required: true,
  })
  parseOrg(org: string): string {
    return org;
  }

  @Option({ flags: '--name <name>', description: 'the person, as the record will name them', required: true })
  parseName(name: string): string {
    return name;
  }

  @Option({ flags: '--sub <id>', description: 'the id of the person (the name in lower case if left out)' })
  parseSub(sub: string): string {
    return sub;
  }

  @Option({ flags: '--hours <hours>', description: 'for how long it is good (8)' })
  parseHours(hours: string): number {
    const number = Number(hours);
    if (!(number > 0)) throw new CannotStart(`${hours} is not a number of hours above 0.`);
    return number;
  }
}
