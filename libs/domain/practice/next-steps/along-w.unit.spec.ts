import { groupBy } from '#platform/group-by.js';
import { given } from '#testing/decisions.js';
import { stepsOf } from '#testing/next-steps.js';
import { workedUntil, type Milestone } from '#testing/worked-data-set.js';
import { practiceCommands } from '../commands.js';
import type { NextStep } from './next-steps.js';

/** Moments of W: what was recorded last, and the day that is asked about. */
const MOMENTS = {
  installed: '2008-11-02',
  requested: '2008-11-12',
  agreed: '2008-12-22',
  selected: '2009-01-19',
  planned: '2009-01-23',
  extracted: '2009-03-10',
  live: '2009-03-15',
  noticeGiven: '2009-03-24',
  serviceEnded: '2009-08-03',
} satisfies Partial<Record<Milestone, string>>;

const told = Object.entries(MOMENTS).map(([milestone, on]) =>
  stepsOf(given(...workedUntil(milestone as Milestone)), on),
);
const registered = stepsOf(given(...workedUntil('registered')), '2008-04-01');

const nameOf = (step: NextStep): string =>
  step.command === 'confirm'
    ? step.command
    : [step.command, step.choice, step.instanceId].filter((word) => word !== undefined).join(' ');

/** P is the practice, C its PCT, N the national team, E EMIS of E1 and I INPS of V1. */
const INITIALS: Readonly<Record<string, string>> = {
  'PR A00001': 'P',
  'PCT 5ZZ': 'C',
  'NAT NATIONAL': 'N',
  'SUP EMIS': 'E',
  'SUP INPS': 'I',
};

/** Who can take a step: in lower case where another has to confirm it, with * where it needs more than is usually sent. */
const who = (step: NextStep): string => {
  if (!('can' in step)) return '';
  const initial = INITIALS[`${step.actor.role} ${step.actor.org}`] ?? '?';
  const { outcome, needs } = step.can;
  return (outcome === 'PROPOSE' ? initial.toLowerCase() : initial) + (needs.length > 0 ? '*' : '');
};

/** A row for each step that somebody can take at one of the moments, in the order of a change of system. */
const rows = (): readonly string[] => {
  const order = Object.keys(practiceCommands);
  const possible = told.flat().filter((step) => 'can' in step);
  possible.sort((one, other) => order.indexOf(one.command) - order.indexOf(other.command));
  return [...new Set(possible.map(nameOf))].map((name) => {
    const cells = told.map((steps) => steps.filter((step) => nameOf(step) === name).map(who));
    return [name.padEnd(40), ...cells.map((cell) => (cell.join('') || '-').padEnd(4))].join(' ').trimEnd();
  });
};

/** The commands of the steps that cannot be taken, by what is missing for them. */
const lacking = (steps: readonly NextStep[]): Readonly<Record<string, readonly string[]>> => {
  const told = steps.flatMap((step) => ('missing' in step ? [step] : []));
  const byLack = groupBy(told, ({ missing: { code, rule } }) => `${code} ${rule}`);
  return Object.fromEntries(
    [...byLack].map(([lack, those]) => [lack, [...new Set(those.map(({ command }) => command))]]),
  );
};
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

describe('S37: the steps along W', () => {
  it('who can take which, at each moment', () => {
    const moments = Object.keys(MOMENTS).join(' ');
    expect(moments).toBe(
      'installed requested agreed selected planned extracted live noticeGiven serviceEnded',
    );
    expect(rows()).toEqual([
      'change-commissioner                      N    N    N    N    N    N    N    N    N',
      'close-practice                           N    N    N    N    N    N    N    N    N',
      'merge-practice                           N    N    N    N    N    N    N    N    N',
      'split-practice                           N    N    N    N    N    N    N    N    N',
      'take-over-practice                       N    N    N    N    N    N    N    N    N',
      'register-instance                        C    C    C    C    C    C    C    C    C',
      'register-instance TARGET_OF_MIGRATION    -    -    -    C    C    C    -    -    -',
      'confirm-installed GP2GP E1               C    C    C    C    C    C    C    C    -',
      'confirm-installed SUMMARY_CARE_RECORD E1 C    C    C    C    C    C    C    C    -',
      'confirm-installed GP2GP V1               -    -    -    -    -    C    C    C    C',
      'confirm-installed SUMMARY_CARE_RECORD V1 -    -    -    -    -    C    C    C    C',
      'upgrade-system E1                        CP   CP   CP   CP   CP   CP   CP   CP   -',
      'upgrade-system V1                        -    -    -    -    -    CP   CP   CP   CP',
      'retain-system E1                         PC*  -    -    -    -    -    -    -    -',
      'retain-system V1                         -    -    -    -    -    -    PC*  PC*  PC*',
      'leave-call-off E1                        C    C    C    C    C    C    C    C    C',
      'leave-call-off V1                        -    -    -    -    -    C    C    C    C',
      'record-pct-practice-agreement            C    C    C    C    C    C    C    C    C',
      'end-pct-practice-agreement               C    C    C    C    C    C    C    C    C',
      'record-contractor-type                   CN   CN   CN   CN   CN   CN   CN   CN   CN',
      'grant-funding-exception E1               -    -    -    -    -    -    N    N    N',
      'record-contact                           PC   PC   PC   PC   PC   PC   PC   PC   PC',
      'request-migration E1                     P    -    -    -    -    -    -    -    -',
      'request-migration V1                     -    -    -    -    -    -    P*   P*   P*',
      'decide-business-case-need REQUIRED       -    C    -    -    -    -    -    -    -',
      'decide-business-case-need NOT_REQUIRED   -    C*   -    -    -    -    -    -    -',
      'refuse-change                            -    C    -    -    -    -    -    -    -',
      'raise-dispute OTHER                      -    PC   PC   PC   PC   PC   -    -    -',
      'raise-dispute BUSINESS_CASE              -    -    PC   PC   PC   PC   -    -    -',
      'raise-dispute CONDITIONS                 -    -    PC   PC   PC   PC   -    -    -',
      'start-selection                          -    -    PC   PC   PC   PC   -    -    -',
      'complete-selection                       -    -    pc   pc   pc   pc   -    -    -',
      'fail-selection                           -    -    pc   -    -    -    -    -    -',
      'select-system LSP                        -    -    pc   pc   pc   pc   -    -    -',
      'select-system FRAMEWORK                  -    -    -    pc   pc   pc   -    -    -',
      'propose-date                             -    -    -    PCI  -    -    -    -    -',
      'replan                                   -    -    -    -    PCI  PCI  -    -    -',
      'place-order                              -    -    -    -    C    -    -    -    -',
      'amend-order                              -    -    -    -    -    C    C    C    C',
      'cancel-order                             -    -    -    -    -    C    C    C    C',
      'record-extract                           -    PE   PE   PEI  PEI  PEI  PEI  PEI  PEI',
      'reject-extract                           -    -    -    -    -    PI   PI   PI   PI',
      'raise-data-access-problem                -    PCE  PCE  PCEI PCEI PCEI -    -    -',
      'declare-go-live                          -    -    -    -    -    PC   -    -    -',
      'correct-go-live                          -    -    -    -    -    -    c    c    c',
      'report-go-live                           -    -    -    EI   EI   EI   EI   EI   EI',
      'record-backload                          -    -    -    -    -    -    PC   PC   PC',
      'sign-off-migration                       -    -    -    -    -    -    PC   PC   -',
      'retract-go-live                          -    -    -    -    -    -    c    c    c',
      'roll-back                                -    -    -    -    -    -    pc   pc   -',
      'abandon-migration                        -    pc   pc   pc   pc   pc   -    -    -',
      'give-notice E1                           -    -    -    -    -    -    C    -    -',
      'extend-notice E1                         -    -    -    -    -    -    -    C    -',
      'withdraw-notice E1                       -    -    -    -    -    -    -    c    -',
      'acknowledge-notice E1                    -    -    -    -    -    -    -    E    E',
      'dispute-notice E1                        -    -    -    -    -    -    -    E    E',
      'order-retention FULL E1                  -    -    -    -    -    -    Cp   -    -',
      'order-retention SINGLE_USER E1           -    -    -    -    -    -    Cp   -    -',
      'order-retention DATR E1                  -    -    -    -    -    -    Cp   -    -',
      'change-retention SINGLE_USER E1          -    -    -    -    -    -    -    C*p* Cp',
      'change-retention DATR E1                 -    -    -    -    -    -    -    C*p* Cp',
      'end-retention E1                         -    -    -    -    -    -    -    Cp   Cp',
      'end-source-service E1                    EC   EC   EC   EC   EC   EC   EC   EC   -',
      'end-source-service V1                    -    -    -    -    -    -    IC   IC   IC',
      'record-data-holder E1                    -    -    -    -    -    EC   EC   EC   EC',
      'record-data-destroyed E1                 -    -    -    -    -    -    -    -    c',
      'request-audit-access E1                  PC   PC   PC   PC   PC   PC   PC   PC   PC',
      'request-audit-access V1                  -    -    -    -    -    -    PC   PC   PC',
      'correct-record                           cn   pcn  pcn  pcn  pcin pcin pcin pcin pcin',
    ]);
  });

  it('of a practice without a system: what is missing for each that cannot be taken', () => {
    expect(lacking(registered)).toEqual({
      'INSTANCE_UNKNOWN S6': words(`
        confirm-installed upgrade-system retain-system join-call-off opt-out leave-call-off
        grant-funding-exception request-migration give-notice extend-notice withdraw-notice order-retention
        change-retention end-retention end-source-service record-data-holder record-data-destroyed
        request-audit-access`),
      'AGREEMENT_NOT_IN_FORCE X1': ['end-pct-practice-agreement'],
      'MIGRATION_NOT_OPEN S37': words(`
        decide-business-case-need submit-business-case return-business-case agree-change refuse-change
        raise-dispute start-selection score-candidate complete-selection fail-selection select-system
        propose-date replan agree-date place-order record-extract raise-data-access-problem declare-go-live
        abandon-migration`),
      'DISPUTE_NOT_OPEN X7': ['escalate-dispute', 'record-determination'],
      'ORDER_UNKNOWN S18': ['amend-order', 'cancel-order'],
      'EXTRACT_UNKNOWN S19': ['reject-extract'],
      'PROBLEM_UNKNOWN S23': ['escalate-data-access-problem', 'resolve-data-access-problem'],
      'GO_LIVE_MISSING S37': words(
        'correct-go-live record-backload sign-off-migration retract-go-live roll-back',
      ),
      'ACCESS_REQUEST_UNKNOWN S31': ['fulfil-audit-access', 'fail-audit-access'],
    });
  });

  it('each as a body that its route takes', () => {
    const bodies = [registered, ...told]
      .flat()
      .flatMap((step) => (step.command === 'confirm' ? [] : [{ command: step.command, body: step.body }]));
    const unfit = bodies.filter(({ command, body }) => !practiceCommands[command].safeParse(body).success);
    expect(unfit).toEqual([]);
  });
});
