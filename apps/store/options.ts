import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '#platform/cannot-start.js';
import type { Environment } from '#platform/config.js';
import { readGiven } from './given.js';
import { OPTIONS, type OptionName } from './known-options.js';

const MAX_APPEND = 16 * 1024 * 1024;

const flag = z
  .string()
  .regex(/^(true|false)$/i, 'must be true or false')
  .transform((value) => value.toLowerCase() === 'true');
const wholeNumber = (least: number, most: number) => {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);
};
const present = z.string().min(1, 'must not be empty');
const address = z.string().refine((value) => isIP(value) !== 0, 'must be an IP address');
const isDatabase = (url: string): boolean => /^postgres(ql)?:\/\/./.test(url);

const SCHEMA = z.object({
  port: wholeNumber(0, 65_535).default(2113),
  data: present.default('var/store').transform((folder) => resolve(folder)),
  insecure: flag.default(false),
  certFile: present.optional(),
  keyFile: present.optional(),
  keyPassword: present.optional(),
  trustedRoots: present.optional(),
  nodeIp: address.optional(),
  replicationIp: address.optional(),
  clientHost: present.optional(),
  nodeHost: present.optional(),
  clientPort: wholeNumber(0, 65_535).optional(),
  nodePort: wholeNumber(0, 65_535).optional(),
  maxAppendSize: wholeNumber(1, MAX_APPEND).default(1024 * 1024),
  adminPassword: present.default('changeit'),
  opsPassword: present.default('changeit'),
  help: flag.default(false),
  version: flag.default(false),
} satisfies Record<OptionName, z.ZodType>);

/** The files that make a node secure; `trustedRoots` is a file or a folder of the authorities that it must be of. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
  readonly keyPassword: string | undefined;
  readonly trustedRoots: string | undefined;
}

/** What the event store is started with. */
export interface StoreOptions {
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  /** The absolute path of the data folder, if there is no PostgreSQL outside. */
  readonly data: string;
  /** DATABASE_URL: a PostgreSQL outside. */
  readonly databaseUrl: string | undefined;
  /** Undefined if it is to be insecure. */
  readonly certificate: CertificateFiles | undefined;
  readonly adminPassword: string;
  readonly opsPassword: string;
  readonly advertised: { readonly host: string | undefined; readonly port: number | undefined };
  /** In bytes. */
  readonly maxAppendSize: number;
}

/** What the command line and the environment ask for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'start'; readonly options: StoreOptions; readonly meaningless: readonly string[] };

const NEEDS_CERTIFICATE =
  'it is secure unless it is told otherwise: give --cert-file and --key-file, or --insecure to run without TLS, users and access control';

/**
 * Reads what is asked for from the command line, from variables `EVENTSTORE_…` and from DATABASE_URL.
 * @throws CannotStart naming everything that is wrong at once; passwords are not repeated
 */
export function readOptions(args: readonly string[], environment: Environment): Asked {
  const { values, meaningless, problems } = readGiven(args, environment);
  const named = (option: OptionName): string => values.get(option)?.as ?? `--${OPTIONS[option][0]}`;
  if (values.get('help')?.value === 'true') return { kind: 'help' };
  if (values.get('version')?.value === 'true') return { kind: 'version' };
  const given = Object.fromEntries([...values].map(([option, { value }]) => [option, value]));
  const { data: read, error } = SCHEMA.safeParse(given);
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  const wrong = [
    ...problems,
    ...(error?.issues ?? []).map(({ path, message }) => `${named(path[0] as OptionName)} ${message}`),
    ...(databaseUrl === undefined || isDatabase(databaseUrl)
      ? []
      : ['DATABASE_URL must begin with postgres:// or postgresql://']),
    ...missing(given),
  ];
  if (read === undefined || wrong.length > 0)
    throw new CannotStart(`The event store cannot start: ${wrong.join('; ')}.`);
  return { kind: 'start', options: optionsFrom(read, databaseUrl), meaningless };
}

/** A secure node needs both files. */
function missing({ insecure, certFile, keyFile }: Partial<Record<OptionName, string>>): string[] {
  if (insecure?.toLowerCase() === 'true' || (certFile !== undefined && keyFile !== undefined)) return [];
  if (certFile === undefined && keyFile === undefined) return [NEEDS_CERTIFICATE];
  return [
    certFile === undefined
      ? '--cert-file must be given with --key-file'
      : '--key-file must be given with --cert-file',
  ];
}

function optionsFrom(read: z.output<typeof SCHEMA>, databaseUrl: string | undefined): StoreOptions {
  const { certFile, keyFile, keyPassword, trustedRoots } = read;
  const files = certFile === undefined || keyFile === undefined ? undefined : { certFile, keyFile };
  return {
    host: read.nodeIp ?? read.replicationIp ?? '127.0.0.1',
    port: read.port,
    data: read.data,
    databaseUrl,
    certificate: read.insecure || files === undefined ? undefined : { ...files, keyPassword, trustedRoots },
    adminPassword: read.adminPassword,
    opsPassword: read.opsPassword,
    advertised: {
      host: read.clientHost ?? read.nodeHost,
      port: read.clientPort || read.nodePort || undefined,
    },
    maxAppendSize: read.maxAppendSize,
  };
}
