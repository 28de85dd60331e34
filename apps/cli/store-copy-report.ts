import type { Comparison, CopyOutcome } from '#event-store/index.js';

const ITS_OWN =
  'Positions and times of writing are the target’s own: read models that followed the source begin anew there. What the source was given since the copy began comes along when it is done again.';

const number = new Intl.NumberFormat('en-GB');

/** What to print of a copy, and whether it is as it should be. */
export const told = (
  outcome: CopyOutcome,
): { readonly lines: readonly string[]; readonly isWell: boolean } => {
  const copied = `${number.format(outcome.copied)} events copied`;
  switch (outcome.kind) {
    case 'complete': {
      const { found } = outcome;
      const proof = `${number.format(found.same)} events were read in both stores and are the same: id, type, data, metadata, content type, and their order in each stream`;
      const isWell = found.disordered.count === 0;
      return {
        lines: [
          `${copied}.`,
          `${proof}${isWell ? ' and in $all' : ''}.`,
          ...orderOf(found),
          ...leftOf(found),
          ITS_OWN,
        ],
        isWell,
      };
    }
    case 'planned':
      return {
        lines: [
          `${number.format(outcome.missing)} events would be copied, ${number.format(outcome.found.same)} are there already.`,
          ...leftOf(outcome.found),
        ],
        isWell: true,
      };
    case 'differs':
      return {
        lines: [
          `The target does not hold what the source holds, in ${number.format(outcome.found.differing.count)} events; ${copied}. Copy to a store in which these streams are free, or are a copy of this source:`,
          ...listOf(outcome.found.differing),
        ],
        isWell: false,
      };
    case 'blocked':
      return { lines: [`${copied}. ${outcome.why}`], isWell: false };
    case 'stopped':
      return { lines: [`Stopped; ${copied}. The same command goes on from there.`], isWell: false };
  }
};

const listOf = ({ count, first }: Comparison['differing']): string[] => [
  ...first.map((finding) => `  ${finding}`),
  ...(count > first.length ? [`  and ${number.format(count - first.length)} more`] : []),
];

const orderOf = ({ disordered }: Comparison): string[] =>
  disordered.count === 0
    ? []
    : [
        `In $all the target has ${number.format(disordered.count)} of them in another place, which nothing can change any more; to have that order too, copy to an empty store:`,
        ...listOf(disordered),
      ];

const leftOf = ({ left }: Comparison): string[] => {
  const kinds = [...left].sort(([one], [other]) => (one < other ? -1 : 1));
  return kinds.length === 0
    ? []
    : [
        `Left in the source, as they are its server's own: ${kinds.map(([kind, count]) => `${kind} (${number.format(count)})`).join(', ')}.`,
      ];
};
