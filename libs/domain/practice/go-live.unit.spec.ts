import { command, confirmed, given } from '#testing/decisions.js';
import { cole, idOf, moss, national, patel, reed } from '#testing/fixture.js';
import { workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceCommands } from './commands.js';

const march11 = { effectiveDate: '2009-03-11', targetInstanceId: 'V1' };
const march13 = '2009-03-13T09:12:00.000Z';
const correction = { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason: 'First entries of 12 March' };
const april2 = '2009-04-02T09:50:00.000Z';
const ready = given(...workedUntil('extracted'));
const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));

const extract = (at: string) =>
  command('record-extract', {
    effectiveDate: at.slice(0, 10),
    kind: 'BACKUP_TAPE',
    purpose: 'FINAL',
    at,
    mediaRef: 'MEDIA-0002',
    includesAuditTrail: false,
    encrypted: true,
  });

const lspTarget = (withoutLevels: object = {}) =>
  given(
    ...workedUntil('agreed'),
    confirmed(
      command('select-system', { effectiveDate: '2009-01-16', productId: 'TPP.SYSTMONE', kind: 'LSP' }),
      { by: patel, at: '2009-01-16T12:10:00.000Z' } as never,
    ),
    command('register-instance', {
      effectiveDate: '2009-03-09',
      instanceId: 'T1',
      productId: 'TPP.SYSTMONE',
      level: 2,
      contract: 'LSP',
      hosting: 'HOSTED_TO_CFH_STANDARDS',
      chooseAndBook: true,
      etp: true,
      migrationId: workedMigrationId,
      ...withoutLevels,
    }),
    extract('2009-03-09T18:30'),
  );
void lspTarget;
