import { resolve } from 'node:path';
import { readOptions } from './options.js';

const read = (line: string, environment: Record<string, string> = {}) => {
  const asked = readOptions(line === '' ? [] : line.split(' '), environment);
  if (asked.kind !== 'start') throw new Error(asked.kind);
  return asked;
};
const start = (line: string, environment?: Record<string, string>) => read(line, environment).options;

describe('the options of the event store', () => {
  it('have a default for everything but security', () => {
    expect(start('--insecure')).toEqual({
      host: '127.0.0.1',
      port: 2113,
      data: resolve('var/store'),
      databaseUrl: undefined,
      certificate: undefined,
      adminPassword: 'changeit',
      opsPassword: 'changeit',
      advertised: { host: undefined, port: undefined },
      maxAppendSize: 1_048_576,
    });
  });

  it('say how the node is secure', () => {
    expect(
      start('--cert-file a.crt --key-file a.key --trusted-roots ca --default-admin-password one', {
        EVENTSTORE_DEFAULT_OPS_PASSWORD: 'two',
      }),
    ).toMatchObject({
      certificate: { certFile: 'a.crt', keyFile: 'a.key', keyPassword: undefined, trustedRoots: 'ca' },
      adminPassword: 'one',
      opsPassword: 'two',
    });
  });

  it.each([
    ['--insecure --port 1 --data d', {}],
    ['--insecure=true --http-port=1 --db=d', {}],
    ['--Insecure --NodePort 1 --Db d', {}],
    ['--port 1', { EVENTSTORE_INSECURE: 'True', EVENTSTORE_DB: 'd', EVENTSTORE_HTTP_PORT: '7' }],
    ['', { EVENTSTORE_INSECURE: 'true', EVENTSTORE_DATA: 'd', EVENTSTORE_NODE_PORT: '1' }],
    ['--data d --port 1 --insecure true', { EVENTSTORE_DB: '', EVENTSTORE_URL: 'esdb://elsewhere' }],
  ])('are taken as the real server takes them: %s %j', (line, environment) => {
    expect(start(line, environment as Record<string, string>)).toMatchObject({
      port: 1,
      data: resolve('d'),
      certificate: undefined,
    });
  });

  it('say where to listen and where clients are to look', () => {
    expect(start('--insecure --int-ip 10.0.0.1')).toMatchObject({ host: '10.0.0.1' });
    expect(start('--insecure --int-ip 10.0.0.1 --ext-ip 0.0.0.0')).toMatchObject({ host: '0.0.0.0' });
    expect(
      start('--insecure --advertise-host-to-client-as store.test --advertise-http-port-to-client-as 443'),
    ).toMatchObject({ advertised: { host: 'store.test', port: 443 } });
  });

  it('name what means nothing here, and go on', () => {
    const asked = read('--insecure --mem-db --cached-chunks -1 --cluster-size 1', {
      EVENTSTORE_RUN_PROJECTIONS: 'All',
    });
    expect(asked.meaningless).toEqual([
      '--mem-db',
      '--cached-chunks',
      '--cluster-size',
      'EVENTSTORE_RUN_PROJECTIONS',
    ]);
  });

  it('ask for help or the version before anything else', () => {
    expect(readOptions(['--help', '--port', 'x'], {})).toEqual({ kind: 'help' });
    expect(readOptions(['--version'], {})).toEqual({ kind: 'version' });
  });
});

describe('wrong options are refused', () => {
  it('in one sentence without a certificate and without --insecure', () => {
    const sentence =
      'The event store cannot start: it is secure unless it is told otherwise: give --cert-file and --key-file, ' +
      'or --insecure to run without TLS, users and access control.';
    expect(() => start('')).toThrow(sentence);
    expect(() => start('--insecure=false')).toThrow(sentence);
    expect(() => start('--cert-file a.crt')).toThrow('--key-file must be given with --cert-file');
  });

  it('all at once, under the names that were used, and no password is repeated', () => {
    const wrong = () =>
      start(
        'here --nonsense 1 --port 70000 --http-port 1 --config a.yaml --insecure=maybe --default-ops-password=',
        {
          EVENTSTORE_MAX_APPEND_SIZE: '99999999',
          EVENTSTORE_FOO: 'bar',
          EVENTSTORE_CLUSTER_SIZE: '3',
          EVENTSTORE_NODE_IP: 'localhost',
          DATABASE_URL: 'mysql://u:secret@db',
        },
      );
    expect(wrong).toThrow(
      'The event store cannot start: there is no option here, --nonsense, EVENTSTORE_FOO; ' +
        '--port and --http-port are the same option and say different things; ' +
        '--config cannot be given: configuration files are not read: give options, or EVENTSTORE_ variables; ' +
        'EVENTSTORE_CLUSTER_SIZE cannot be 3: there is one node; ' +
        '--insecure must be true or false; ' +
        'EVENTSTORE_NODE_IP must be an IP address; ' +
        'EVENTSTORE_MAX_APPEND_SIZE must be a whole number from 1 to 16777216; ' +
        '--default-ops-password must not be empty; ' +
        'DATABASE_URL must begin with postgres:// or postgresql://; ' +
        'it is secure unless it is told otherwise: give --cert-file and --key-file, ' +
        'or --insecure to run without TLS, users and access control.',
    );
  });

  it('also if an option has no value of its own', () => {
    expect(() => start('--data --insecure')).toThrow('--data must not be empty');
    expect(() => start('--insecure --port')).toThrow('--port must be a whole number from 0 to 65535');
  });
});
