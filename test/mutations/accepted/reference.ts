import type { Accepted } from '../report.js';
import { ONE_OF_ITS_KIND, inFile } from './in-file.js';

const commissioner = inFile('libs/domain/commissioner/decide.ts');
const policy = inFile('libs/domain/policy/decide.ts');
const supplier = inFile('libs/domain/supplier/decide.ts');
const priceList = inFile('libs/domain/supplier/price-list.ts');
const standing = inFile('libs/domain/supplier/standing.ts');
const supplierState = inFile('libs/domain/supplier/state.ts');

export const reference: readonly Accepted[] = [
  commissioner(
    'recordSuccession',
    'state.successions.find((one) => one.to === to && one.legalDate === legalDate)',
    'state.successions.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  policy('publishSet', 'sets.find((set) => set.version === version)', 'sets.findLast(…)', ONE_OF_ITS_KIND),
  policy(
    'publishTemplate',
    'templates.find((template) => template.version === version)',
    'templates.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  supplier(
    'recordLevel',
    'state.levels.find((one) => one.productId === productId && one.from === on)',
    'state.levels.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  supplier(
    'publishRetentionTerms',
    'state.retentionTerms.find(({ from }) => from === on)',
    'state.retentionTerms.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  priceList(
    'publishPriceList',
    'priceLists.find(({ from }) => from === on)',
    'priceLists.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  priceList('changeDays', 'rows.find((one) => one.row === row)', 'rows.findLast(…)', ONE_OF_ITS_KIND),
  standing(
    'withdrawLevel',
    'state.levels.find((one) => one.productId === productId && one.from === on)',
    'state.levels.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  standing(
    'planLevel2',
    'plans.find((plan) => plan.productId === productId && plan.from === on)',
    'plans.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  standing(
    'announceWithdrawal',
    'state.withdrawals.find((one) => one.productId === productId && one.from === on)',
    'state.withdrawals.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  standing(
    'decideCentralFunding',
    'state.centralFunding.find((one) => one.productId === productId && one.from === on)',
    'state.centralFunding.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  supplierState(
    'retentionTermOn',
    'state.retentionTerms.findLast(({ from }) => from <= on)?.terms.find((term) => term.option === option)',
    'state.retentionTerms.findLast(({ from }) => from <= on)?.terms.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
];
