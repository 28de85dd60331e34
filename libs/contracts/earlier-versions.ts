import type { EventVersions } from './event-versions.js';
import { businessCaseSubmittedVersions } from './earlier-versions/business-case-submitted.js';
import { changeAgreedVersions } from './earlier-versions/change-agreed.js';
import { changeRefusedVersions } from './earlier-versions/change-refused.js';
import { commandProposedVersions } from './earlier-versions/command-proposed.js';
import { dataExtractTakenVersions } from './earlier-versions/data-extract-taken.js';
import { goLiveDeclaredVersions } from './earlier-versions/go-live-declared.js';
import { noticeGivenVersions } from './earlier-versions/notice-given.js';
import { policySetVersions } from './earlier-versions/policy-set.js';
import { priceListVersions } from './earlier-versions/price-list.js';
import { selectionCompletedVersions } from './earlier-versions/selection-completed.js';

/** The versions before the current one, of the types that have any; `upcasts` leads from each to the next. */
export const earlierVersions: Readonly<Record<string, EventVersions>> = {
  BusinessCaseSubmitted: businessCaseSubmittedVersions,
  ChangeAgreed: changeAgreedVersions,
  ChangeRefused: changeRefusedVersions,
  CommandProposed: commandProposedVersions,
  DataExtractTaken: dataExtractTakenVersions,
  GoLiveDeclared: goLiveDeclaredVersions,
  NoticeGiven: noticeGivenVersions,
  PolicySetPublished: policySetVersions,
  PriceListPublished: priceListVersions,
  SelectionCompleted: selectionCompletedVersions,
};
