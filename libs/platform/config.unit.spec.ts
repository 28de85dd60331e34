import { resolve } from 'node:path';
import { readConfig, readServiceConfig, readTerminalConfig, variablesOf } from './config.js';

describe('the configuration', () => {
  it('has a default for everything, and an empty variable is one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual({
      databaseUrl: undefined,
      eventStoreUrl: undefined,
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('var'),
      streamPrefix: '',
      logLevel: 'info',
      logFormat: 'json',
    });
  });

  it('takes what the environment says', () => {
    expect(
      readConfig({
        DATABASE_URL: 'postgres://register@db/register',
        EVENTSTORE_URL: 'esdb://store:2113?tls=false',
        HOST: '0.0.0.0',
        PORT: '8080',
        DATA_DIR: '/data',
        STREAM_PREFIX: 'trial-',
        LOG_LEVEL: 'debug',
        LOG_FORMAT: 'readable',
      }),
    ).toEqual({
      databaseUrl: 'postgres://register@db/register',
      eventStoreUrl: 'esdb://store:2113?tls=false',
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/data',
      streamPrefix: 'trial-',
      logLevel: 'debug',
      logFormat: 'readable',
    });
  });

  it('names every wrong value at once and repeats no secret', () => {
    const wrong = () =>
      readConfig({
        DATABASE_URL: 'mysql://u:secret@db',
        EVENTSTORE_URL: 'store',
        PORT: '70000',
        LOG_LEVEL: 'loud',
      });
    expect(wrong).toThrow(
      'The configuration is wrong: DATABASE_URL must begin with postgres:// or postgresql://; ' +
        'EVENTSTORE_URL must begin with esdb:// or esdb+discover://; ' +
        'PORT must be a whole number from 0 to 65535 (0 takes a free one); ' +
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    );
  });

  it.each([
    ['postgres://u:p@db:port/register', 'esdb://store:99999'],
    ['postgres://u:p#@db/register', 'esdb+discover://a b'],
  ])('names a URL that none is: %s and %s', (DATABASE_URL, EVENTSTORE_URL) => {
    expect(() => readConfig({ DATABASE_URL, EVENTSTORE_URL })).toThrow(
      'The configuration is wrong: DATABASE_URL must be a URL with a host, whose user and password have their ' +
        'special characters escaped; EVENTSTORE_URL must be a URL',
    );
  });

  it.each([
    ['postgres://u:p%23@one:5432,two:5433/register', 'esdb://u:p@one:2113,two:2113?tls=false'],
    ['postgresql://db/register?sslmode=require', 'esdb+discover://cluster.example:2113'],
  ])('takes one host or several: %s and %s', (DATABASE_URL, EVENTSTORE_URL) => {
    expect(readConfig({ DATABASE_URL, EVENTSTORE_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      eventStoreUrl: EVENTSTORE_URL,
    });
  });

  it.each(['-1', '1.5', '0x10', 'http', '65536', ' 80'])('refuses the port %p', (port) => {
    expect(() => readConfig({ PORT: port })).toThrow('PORT must be a whole number from 0 to 65535');
  });

  it('names what a service lacks together with what is wrong', () => {
    expect(() => readServiceConfig({ PORT: 'x', DATABASE_URL: 'postgres://db' })).toThrow(
      'The configuration is wrong: EVENTSTORE_URL must be set; PORT must be',
    );
  });

  it('is quiet and readable in a terminal unless told otherwise', () => {
    expect(readTerminalConfig({})).toMatchObject({ logLevel: 'warn', logFormat: 'readable' });
    expect(readTerminalConfig({ LOG_LEVEL: 'trace' })).toMatchObject({ logLevel: 'trace' });
  });

  it('is the same for a process that is given its variables', () => {
    const config = readConfig({
      PORT: '0',
      STREAM_PREFIX: 'trial-',
      DATABASE_URL: 'postgres://db',
      DATA_DIR: '/data',
    });
    expect(readConfig(variablesOf(config))).toEqual(config);
  });
});
