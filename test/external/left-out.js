/** The specs that a run against other servers leaves out: they test what such a run replaces, or end processes of ours. */
export const leftOut = [
  { specs: 'libs/embedded/', because: 'test the embedded PostgreSQL and the embedded event store node' },
  { specs: 'apps/store/', because: 'test npm run store, which is that node' },
  { specs: 'apps/standalone/', because: 'test how npm start starts and stops these' },
  { specs: 'test/e2e/cli-engine.', because: 'tests how gpsoc starts these for itself' },
  {
    specs: 'test/e2e/demo.',
    because: 'tests the demo, which is refused on a store that it did not make (R17)',
  },
  { specs: 'test/faults/kill.', because: 'kills our own processes, these among them' },
  { specs: 'test/faults/store/', because: 'kills npm run store, which is that node' },
];
