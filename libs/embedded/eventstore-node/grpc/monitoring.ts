import monitoring from '@eventstore/db-client/generated/monitoring_pb.js';
import { memoryUsage } from 'node:process';
import { bytesField, frame, textField } from '../wire.js';
import type { Method } from './call.js';
import { LONGEST_TIMER_MS } from './deadline.js';

const LEAST_PERIOD_MS = 100;

/** The statistics that are told: how far the log has got, and the memory that the node takes. */
export const statistics = (committed: number): Record<string, string> => ({
  'es-checksum': String(committed),
  'proc-mem': String(memoryUsage.rss()),
});

/** Sends the statistics now and then, until the client leaves. */
export function stats(committed: () => number): Method {
  return (call) => ({
    message: (bytes) => {
      const asked = Number(monitoring.StatsReq.deserializeBinary(bytes).getRefreshTimePeriodInMs());
      const send = (): void => {
        // A client that does not keep up is told the latest when it does.
        if (call.unsent > 0) return;
        const items = Object.entries(statistics(committed()));
        void call.send(
          frame(...items.map(([name, value]) => bytesField(1, textField(1, name), textField(2, value)))),
        );
      };
      send();
      const timer = setInterval(send, Math.min(Math.max(asked, LEAST_PERIOD_MS), LONGEST_TIMER_MS));
      call.onClose(() => {
        clearInterval(timer);
      });
    },
    end: () => undefined,
  });
}
