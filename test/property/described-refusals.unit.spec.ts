import { commandPaths } from '#apps/api/openapi/command-paths.js';
import { decideStep } from '#testing/practice-history.js';
import fc from 'fast-check';
import { commandNames, draws, historiesBefore, stepOf } from './random-practice.js';

type Responses = Readonly<Record<string, { readonly description: string }>>;
const paths = commandPaths() as Readonly<
  Record<string, { readonly post: { readonly responses: Responses } }>
>;

/** The codes with which a command can be refused, by its description, each behind its status. */
const describedOf = (name: string): string[] =>
  Object.entries(paths[`/api/v1/practices/{ods}/${name}`]!.post.responses).flatMap(
    ([status, { description }]) => description.split(', ').map((code) => `${status} ${code}`),
  );

describe('a command is refused with no code that its description does not name', () => {
  it.each(commandNames)('%s, by anybody, in any state that a practice comes to', (name) => {
    const described = describedOf(name);
    const property = fc.property(historiesBefore(name), draws, (history, draw) => {
      const { decision } = decideStep(history, stepOf(history, name, draw));
      if (decision.kind !== 'refused') return;
      expect(described).toContain(`${decision.refusal.status} ${decision.refusal.code}`);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
