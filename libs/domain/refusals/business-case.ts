import { entry } from './entry.js';

/** Refusals about the business case’s template and its estimate of the costs. */
export const businessCaseRefusals = {
  TEMPLATE_UNKNOWN: entry(
    409,
    'S12',
    'No business case template {templateVersion} is in force by {on}.',
    'Name the version of a published template, or leave `templateVersion` out for the one in force, {inForce}.',
  ),
  TEMPLATE_VERSION_EXISTS: entry(
    409,
    'S12',
    'The business case template {version} has been published with other content.',
    'Publish what changed under a version of its own.',
  ),
  WHO_PAYS_RULE_UNKNOWN: entry(
    409,
    'S14',
    'The who-pays table of {version} has no rule {rule}.',
    'Name one of its rules, {known}, or leave `whoPaysRuleId` out.',
  ),
  PAYER_NOT_ALLOWED: entry(
    409,
    'S14',
    'By {version} the rule {rule} is paid by {allowed}, not by {payer}.',
    'Send a payer that the rule allows, or correct the rule.',
  ),
  PAYER_MISSING: entry(
    409,
    'S14',
    'It is not said who pays for {service}.',
    'Send `payer` with the line{allowed}.',
  ),
};
