import { templateOn } from '#domain/policy/state.js';
import type { Sql } from '#projections/index.js';
import { dayAsked, type Asked } from '../asked.js';
import { referenceKnownAt } from '../audit-history/file.js';
import type { BusinessCaseTemplates } from './answers.js';

/** Every version of the Business Case Template by a day as known at an instant, and which is in force (S12). */
export const businessCaseTemplates = async (sql: Sql, asked: Asked): Promise<BusinessCaseTemplates> => {
  const { policy } = await referenceKnownAt(sql, asked.knownAt, []);
  const on = dayAsked(asked);
  const inForce = templateOn(policy, on);
  return {
    on: asked.on ?? null,
    knownAt: asked.knownAt,
    templates: policy.templates
      .filter(({ from }) => from <= on)
      .map((template) => {
        const { version, title, from, sections, eventId } = template;
        return {
          version,
          title,
          from,
          inForce: template === inForce,
          sections: [...sections],
          events: [eventId],
        };
      }),
  };
};
