import { resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.js';

/** The same URL with the first alone of the hosts that it may list: what a URL parser can take. */
const withOneHost = (value: string): string => {
  const authority = /:\/\/([^/?#]*)/.exec(value)?.[1] ?? '';
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  return value.replace(hosts, hosts.split(',')[0] ?? '');
};

const url = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) =>
        schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3),
      { error: `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`, abort: true },
    )
    .refine(
      (value) => URL.canParse(withOneHost(value)),
      'must be a URL with a host, whose user and password have their special characters escaped',
    );

const PORT_RANGE = 'must be a whole number from 0 to 65535 (0 takes a free one)';

const SCHEMA = z.object({
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  EVENTSTORE_URL: url('esdb', 'esdb+discover').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RANGE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RANGE)
    .default(3000),
  DATA_DIR: z
    .string()
    .default('./var')
    .transform((folder) => resolve(folder)),
  STREAM_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{0,40}$/, 'must be up to 40 of a to z, 0 to 9 and hyphen')
    .default(''),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'readable'], { error: 'must be json or readable' }).default('json'),
});

/** What the environment says, with the defaults filled in. */
export interface Config {
  /** DATABASE_URL: the PostgreSQL of the read models; without it the embedded one is started. */
  databaseUrl: string | undefined;
  /** EVENTSTORE_URL: the EventStoreDB, `esdb://…`; without it the embedded node is started. */
  eventStoreUrl: string | undefined;
  /** HOST: the address that the API listens on (127.0.0.1). */
  host: string;
  /** PORT: the port that the API listens on (3000); 0 takes a free one. */
  port: number;
  /** DATA_DIR: the absolute path of the data folder (./var). */
  dataDir: string;
  /** STREAM_PREFIX: what every stream name begins with (nothing). */
  streamPrefix: string;
  /** LOG_LEVEL: the least serious level that is logged (info). */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** LOG_FORMAT: JSON lines, or lines for a person (json). */
  logFormat: 'json' | 'readable';
}

/** The configuration of a process that needs both stores to be there. */
export type ServiceConfig = Config & { databaseUrl: string; eventStoreUrl: string };

/** The variables of an environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process. */
export const ownEnvironment = (): Environment => process.env;

/**
 * Reads the configuration. An empty variable counts as one that is not set.
 * @throws CannotStart naming every wrong value at once; secrets are not repeated
 */
export function readConfig(environment: Environment = process.env): Config {
  return parse(environment, []);
}

/**
 * Reads the configuration of a product that a person starts in a terminal: its log is quiet and readable
 * unless LOG_LEVEL and LOG_FORMAT say otherwise. `defaults` stand where the environment is silent.
 * @throws CannotStart naming every wrong value at once
 */
export function readTerminalConfig(
  environment: Environment = process.env,
  defaults: Environment = {},
): Config {
  return parse({ LOG_LEVEL: 'warn', LOG_FORMAT: 'readable', ...defaults, ...withoutEmpty(environment) }, []);
}

/**
 * Reads the configuration of a process that cannot run without both stores (API, projector).
 * @throws CannotStart naming every wrong or missing value at once
 */
export function readServiceConfig(environment: Environment = process.env): ServiceConfig {
  return parse(environment, ['DATABASE_URL', 'EVENTSTORE_URL']) as ServiceConfig;
}

const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

function parse(environment: Environment, required: string[]): Config {
  const set = withoutEmpty(environment);
  const missing = required.filter((name) => set[name] === undefined).map((name) => `${name} must be set`);
  const { success, data, error } = SCHEMA.safeParse(set);
  const wrong = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
  if (!success || missing.length > 0)
    throw new CannotStart(`The configuration is wrong: ${[...missing, ...wrong].join('; ')}.`);
  return {
    databaseUrl: data.DATABASE_URL,
    eventStoreUrl: data.EVENTSTORE_URL,
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    streamPrefix: data.STREAM_PREFIX,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
  };
}

/**
 * The configuration as variables, for a process that is to have the same.
 * @param config what to pass on; what is undefined is left out
 */
export function variablesOf(config: Partial<Config>): Record<string, string> {
  const variables = {
    DATABASE_URL: config.databaseUrl,
    EVENTSTORE_URL: config.eventStoreUrl,
    HOST: config.host,
    PORT: config.port?.toString(),
    DATA_DIR: config.dataDir,
    STREAM_PREFIX: config.streamPrefix,
    LOG_LEVEL: config.logLevel,
    LOG_FORMAT: config.logFormat,
  };
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;
  return Object.fromEntries(Object.entries(variables).filter(isSet));
}
