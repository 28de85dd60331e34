import { z } from 'zod';
import { askedFields } from '../asked.js';

const cover = {
  practices: z.int().meta({ description: 'Open on the day' }),
  onCallOff: z.int().meta({ description: 'Of these, with a system that a Call-Off covers' }),
  sharePercent: z.number().nullable().meta({ description: 'To one decimal; null of no practices' }),
};

/** How many practices a Call-Off covers on a day, in all and by commissioner (S8): GET /call-off-cover. */
export const callOffCoverAnswer = z.object({
  ...askedFields,
  ...cover,
  commissioners: z.array(
    z.object({
      commissioner: z.string().nullable().meta({ description: 'Null of practices with none on file' }),
      ...cover,
    }),
  ),
});
export type CallOffCover = z.infer<typeof callOffCoverAnswer>;
