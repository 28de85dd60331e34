/** The options of the event store, each under the first of its names; the others are EventStoreDB's for the same. */
export const OPTIONS = {
  port: ['port', 'node-port', 'http-port'],
  data: ['data', 'db'],
  insecure: ['insecure'],
  certFile: ['cert-file', 'certificate-file'],
  keyFile: ['key-file', 'certificate-private-key-file'],
  keyPassword: ['key-password', 'certificate-private-key-password'],
  trustedRoots: ['trusted-roots', 'trusted-root-certificates-path'],
  nodeIp: ['node-ip', 'ext-ip'],
  replicationIp: ['replication-ip', 'int-ip'],
  clientHost: ['advertise-host-to-client-as'],
  nodeHost: ['node-host-advertise-as', 'ext-host-advertise-as'],
  clientPort: ['advertise-node-port-to-client-as', 'advertise-http-port-to-client-as'],
  nodePort: ['node-port-advertise-as', 'http-port-advertise-as'],
  maxAppendSize: ['max-append-size'],
  adminPassword: ['default-admin-password'],
  opsPassword: ['default-ops-password'],
  help: ['help'],
  version: ['version'],
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Options that are set by being named. */
export const FLAGS: ReadonlySet<OptionName> = new Set(['insecure', 'help', 'version']);

const FROM_FILES = 'certificates are read from files: give --cert-file and --key-file';

/** Options of EventStoreDB whose meaning would be lost, with the one value that may be given, if any, and why. */
export const REFUSED: Readonly<Record<string, { readonly only?: string; readonly because: string }>> = {
  config: { because: 'configuration files are not read: give options, or EVENTSTORE_ variables' },
  'what-if': { only: 'false', because: 'the options cannot be shown without a start' },
  dev: {
    only: 'false',
    because: 'certificates are not made: give --cert-file and --key-file, or --insecure',
  },
  'cluster-size': { only: '1', because: 'there is one node' },
  'read-only-replica': { only: 'false', because: 'there is one node' },
  'authentication-type': { only: 'internal', because: 'the node keeps its users itself' },
  'authorization-type': { only: 'internal', because: 'the node keeps its users itself' },
  'certificate-password': { because: 'certificates are read as PEM, which has no password' },
  'certificate-store-location': { because: FROM_FILES },
  'certificate-store-name': { because: FROM_FILES },
  'certificate-subject-name': { because: FROM_FILES },
  'certificate-thumbprint': { because: FROM_FILES },
  'trusted-root-certificate-store-location': { because: FROM_FILES },
  'trusted-root-certificate-store-name': { because: FROM_FILES },
  'trusted-root-certificate-subject-name': { because: FROM_FILES },
  'trusted-root-certificate-thumbprint': { because: FROM_FILES },
};

/** The other options of EventStoreDB 23.10: how it stores, replicates, scavenges, projects and logs. */
export const MEANINGLESS: readonly string[] = `
  allow-anonymous-endpoint-access allow-anonymous-stream-access allow-unknown-options disable-http-caching
  enable-histograms log-failed-authentication-attempts log-http-requests override-anonymous-endpoint-access-for-gossip
  skip-index-scan-on-reads stats-period-sec telemetry-optout worker-threads
  authentication-config authorization-config disable-first-level-http-authorization
  certificate-reserved-node-common-name remove-dev-certs
  cluster-dns cluster-gossip-port commit-count dead-member-removal-period-sec discover-via-dns
  gossip-allowed-difference-ms gossip-interval-ms gossip-seed gossip-timeout-ms leader-election-timeout-ms node-priority
  prepare-count quorum-size stream-info-cache-capacity unsafe-allow-surplus-nodes
  always-keep-scavenged cached-chunks chunk-initial-reader-count chunk-size chunks-cache-size commit-timeout-ms
  db-log-format disable-scavenge-merging hash-collision-read-limit index index-cache-depth index-cache-size
  initialization-threads max-auto-merge-index-level max-mem-table-size max-truncation mem-db min-flush-delay-ms
  optimize-index-merge prepare-timeout-ms reader-threads-count reduce-file-cache-pressure scavenge-backend-cache-size
  scavenge-backend-page-size scavenge-hash-users-cache-capacity scavenge-history-max-age skip-db-verify
  skip-index-verify stats-storage stream-existence-filter-size unbuffered unsafe-disable-flush-to-disk
  unsafe-ignore-hard-delete use-index-bloom-filters write-stats-to-db write-through write-timeout-ms
  keep-alive-interval keep-alive-timeout
  advertise-tcp-port-to-client-as connection-pending-send-bytes-threshold connection-queue-size-threshold
  disable-admin-ui disable-external-tcp-tls disable-gossip-on-http disable-internal-tcp-tls disable-stats-on-http
  enable-atom-pub-over-http enable-external-tcp enable-trusted-auth enable-unix-socket ext-tcp-heartbeat-interval
  ext-tcp-heartbeat-timeout ext-tcp-port ext-tcp-port-advertise-as gossip-on-single-node int-host-advertise-as
  int-tcp-heartbeat-interval int-tcp-heartbeat-timeout int-tcp-port int-tcp-port-advertise-as node-heartbeat-interval
  node-heartbeat-timeout node-tcp-port node-tcp-port-advertise-as replication-heartbeat-interval
  replication-heartbeat-timeout replication-host-advertise-as replication-port replication-tcp-port-advertise-as
  disable-log-file log log-config log-console-format log-file-interval log-file-retention-count log-file-size log-level
  fault-out-of-order-projections projection-compilation-timeout projection-execution-timeout projection-threads
  projections-query-expiry run-projections start-standard-projections`
  .trim()
  .split(/\s+/);
