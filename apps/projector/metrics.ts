import type { ProjectionStatus } from '#projections/index.js';

const numberOf = (position: bigint | 'start'): string => (position === 'start' ? '-1' : position.toString());

const family = (name: string, type: 'gauge' | 'counter', help: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines.map((line) => `${name}${line}`), ''].join(
    '\n',
  );

/** The figures of the projector in Prometheus's text format; what cannot be reached has no figures. */
export const metrics = (
  head: PromiseSettledResult<bigint | 'start'>,
  found: PromiseSettledResult<readonly ProjectionStatus[]>,
): string => {
  const projections = found.status === 'fulfilled' ? found.value : [];
  const each = (figure: (projection: ProjectionStatus) => string | number) =>
    projections.map((projection) => {
      const { name, version, live } = projection;
      return `{projection="${name}",version="${version}",live="${live}"} ${figure(projection)}`;
    });
  const heads = head.status === 'fulfilled' ? [` ${numberOf(head.value)}`] : [];
  return [
    family('gpsoc_event_store_up', 'gauge', 'Whether the event store answers.', [` ${heads.length}`]),
    family('gpsoc_event_store_position', 'gauge', 'Commit position of the last event.', heads),
    family(
      'gpsoc_projection_position',
      'gauge',
      'Commit position of the last event handled; -1 before the first.',
      each(({ position }) => numberOf(position)),
    ),
    family(
      'gpsoc_projection_events_total',
      'counter',
      'Events handled.',
      each(({ handled }) => handled),
    ),
    family(
      'gpsoc_projection_stopped',
      'gauge',
      'Whether it stopped at an event that it cannot handle.',
      each(({ stopped }) => (stopped ? 1 : 0)),
    ),
  ].join('');
};
