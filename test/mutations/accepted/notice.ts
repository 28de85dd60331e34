import type { Accepted } from '../report.js';
import { ONE_OF_ITS_KIND, LEAVES_IT_OUT, inFile } from './in-file.js';

const noticeFile = inFile('libs/domain/practice/notice.ts');
const noticeEnd = inFile('libs/domain/practice/notice-end.ts');
const noticeView = inFile('libs/domain/practice/notice-view.ts');

export const notice: readonly Accepted[] = [
  noticeFile('noticeTerms', 'asked !== undefined && { endsOn: asked }', '{ endsOn: asked }', LEAVES_IT_OUT),
  noticeFile(
    'openFrom',
    `state.migrations.findLast( (migration) => sourceOn(migration, state, on) === instanceId && isBy(migration, on, 'MigrationRequested') && (migration.goLive ? on < migration.goLive.on : migration.status === 'OPEN' && !isClosedOn(migration, on)), )`,
    'state.migrations.find(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeFile(
    'openFrom',
    'on < migration.goLive.on',
    'on <= migration.goLive.on',
    'A notice of the day of go-live counts from that go-live, and asks for no open migration.',
  ),
  noticeFile(
    'withNotice',
    '0',
    '1',
    'The retention order that comes along never asks for the id of its notice.',
  ),
  noticeEnd(
    'givenEnd',
    'endsOn ?? null',
    'endsOn',
    'A notice that is contingent on nothing has an end from the day on which it is given (R9).',
  ),
  noticeEnd(
    'migrationOf',
    'state.migrations.find(({ migrationId }) => migrationId === contingentOn?.migrationId)',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'liveOn',
    'state.migrations.find(({ migrationId }) => migrationId === contingentOn.migrationId)',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'noticeView',
    '[notice.acknowledged].flatMap((one) => one ?? []).find(isBy(on))',
    '[notice.acknowledged].flatMap((one) => one ?? []).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  noticeView(
    'noticeView',
    '[notice.withdrawn].flatMap((one) => one ?? []).find(isBy(on))',
    '[notice.withdrawn].flatMap((one) => one ?? []).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
];
