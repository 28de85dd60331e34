import { problems, type ProblemEntry } from '#apps/api/problems/catalogue.js';
import { refusals, type RefusalCode } from '#domain/refusals.js';
import type { ReferenceCommand } from '#commands/reference-commands.js';
import type { Actor } from '#domain/recorded.js';
import type { Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { answerTo } from './answer.js';
import type { RefusalExample } from './example.js';
import { topics } from './topics.js';

/** The page of every refusal, each with an example and what the decisions answer to it, and of HTTP's own problems. */
export const refusalsPage = (): string =>
  [
    '# Refusals and problems',
    'A refused command is answered with problem+json: the `code`, which keeps its meaning, the `rule` of the domain that refuses, the sentence as `detail`, and a `remedy`. `{…}` stands for the details of the case.',
    'Every example has been run: what is quoted is what the decisions answered. It is about practice A00001 of the worked data set W, which `npm run demo` records; whatever is on record besides is told first. The ids of events are the tests’ own. This page is made by `npm run docs`; a test fails when it is stale.',
    ...Object.entries(topics).flatMap(([topic, examples]) => [
      `## ${topic}`,
      ...Object.entries(examples).map(([code, example]) => section(code as RefusalCode, example)),
    ]),
    '## Problems of HTTP itself',
    'These are answered before or beside the decisions.',
    problemsTable(),
  ].join('\n\n') + '\n';

const section = (code: RefusalCode, example: RefusalExample): string => {
  const { status, rule, because, remedy } = refusals[code];
  const answer = answerTo(example);
  return [
    `### ${code}`,
    `${status}, rule ${rule}. ${because}`,
    `Remedy: ${remedy}`,
    situation(example) + request(example.refused),
    `Answer: ${answer.status}, rule ${answer.rule}`,
    `> ${answer.because}\n>\n> ${answer.remedy}`,
  ].join('\n\n');
};

/** What is on record before the refused command. */
const situation = ({ beforeFirstStart, facts = [], after, and = [] }: RefusalExample): string => {
  const last = after && workedUntil(after).at(-1);
  const earlier = [...facts.map(factLine), ...and.map(stepLine)];
  const where = beforeFirstStart
    ? 'Before first start has published anything.'
    : last
      ? `After \`${last.name}\` of ${last.body.effectiveDate} by ${person(last.by)} in W.`
      : 'Before anything of W is recorded for the practice.';
  return earlier.length === 0 ? `${where} ` : `${where} Then:\n\n${earlier.join('\n')}\n\n`;
};

const factLine = (to: ReferenceCommand): string =>
  `- \`POST ${routeOf(to)}\` by the national team: \`${JSON.stringify(to.command.body)}\``;

const stepLine = ({ name, body, by, confirmed }: Step): string =>
  `- \`POST ${PRACTICE}/${name}\` by ${person(by)}: \`${JSON.stringify(body)}\`${confirmed ? `; confirmed by ${person(confirmed.by)}` : ''}`;

const PRACTICE = '/api/v1/practices/A00001';

const request = (refused: RefusalExample['refused']): string => {
  if ('to' in refused) return post(routeOf(refused.to), refused.to.command.body, person(refused.by));
  const who = `${person(refused.by)} at ${refused.at}`;
  return 'confirms' in refused
    ? post(`${PRACTICE}/proposals/${refused.confirms}/confirm`, undefined, who)
    : post(`${PRACTICE}/${refused.name}`, refused.body, who);
};

const post = (route: string, body: object | undefined, who: string): string =>
  `By ${who}:\n\n\`\`\`\nPOST ${route}\n${body ? `${fieldByField(body)}\n` : ''}\`\`\``;

const fieldByField = (body: object): string =>
  `{\n${Object.entries(body)
    .map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
    .join(',\n')}\n}`;

const routeOf = (to: ReferenceCommand): string => {
  const { name } = to.command;
  switch (to.kind) {
    case 'supplier':
      return `/api/v1/suppliers/${to.id}/${name}`;
    case 'commissioner':
      return `/api/v1/commissioners/${to.code}/${name}`;
    case 'call-off':
      return `/api/v1/call-offs/${to.commissioner}/${to.supplier}/${name}`;
    case 'policy':
      return `/api/v1/policy/${name}`;
  }
};

const person = ({ name, role, org }: Actor): string => `${name} (${role}, ${org})`;

const problemsTable = (): string =>
  [
    '| code | status | rule | sentence | remedy |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(problems).map(
      ([code, { status, rule, detail, remedy }]: [string, ProblemEntry]) =>
        `| ${[code, status, rule ?? '', detail, remedy].join(' | ')} |`,
    ),
  ].join('\n');
