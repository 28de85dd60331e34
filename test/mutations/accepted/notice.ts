import type { Accepted } from '../report.js';
import { ONE_OF_ITS_KIND, LEAVES_IT_OUT, inFile } from './in-file.js';

const noticeFile = inFile('libs/domain/practice/notice.ts');
const noticeEnd = inFile('libs/domain/practice/notice-end.ts');
const noticeView = inFile('libs/domain/practice/notice-view.ts');

export const notice: readonly Accepted[] = [
  noticeFile('noticeTerms', 'asked !== undefined && { endsOn: asked }', '{ endsOn: asked }', LEAVES_IT_OUT),
  noticeFile(
    'withNotice',
    '0',
    '1',
    'The retention order that comes along never asks for the id of its notice.',
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
  noticeView(
    'statusOn',
    "lastServiceDay(state, notice.instanceId, notice.effectiveDate) ?? '9999'",
    'lastServiceDay(state, notice.instanceId, notice.effectiveDate)',
    'A last day that is not known lies before no day, with the fallback or without.',
  ),
];
