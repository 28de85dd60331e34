import { command, confirmed } from './decisions.js';
import { cole, national, patel } from './fixture.js';

/** The old data of E1 destroyed on a day, recorded at an instant: two persons of the PCT and the national team say so (X6, I14). */
export const dataDestroyed = (effectiveDate: string, at?: string) =>
  confirmed(
    confirmed(
      command(
        'record-data-destroyed',
        {
          effectiveDate,
          instanceId: 'E1',
          certificate: { title: 'Certificate of destruction', sha256: 'c'.repeat(64) },
        },
        patel,
        at,
      ),
      cole,
    ),
    national,
  );
