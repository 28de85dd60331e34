import { bytesField, textField } from '../wire.js';
import { unary } from './unary.js';

/** The version of EventStoreDB as which the node presents itself: the one whose answers it gives. */
export const SERVER_VERSION = '23.10.6';

const CLIENT = 'event_store.client';
const GROUPS = ['stream', 'all'];

/** The methods of that version with the features that clients ask for, as the real server lists them. */
const METHODS: readonly (readonly [service: string, methods: Readonly<Record<string, readonly string[]>>])[] =
  [
    [
      `${CLIENT}.streams.streams`,
      {
        read: ['position', 'events'],
        append: [],
        delete: [],
        tombstone: [],
        batchappend: ['deadline_duration'],
      },
    ],
    [
      `${CLIENT}.persistent_subscriptions.persistentsubscriptions`,
      {
        create: GROUPS,
        update: GROUPS,
        delete: GROUPS,
        read: GROUPS,
        getinfo: GROUPS,
        replayparked: GROUPS,
        list: GROUPS,
        restartsubsystem: GROUPS,
      },
    ],
    [
      `${CLIENT}.operations.operations`,
      {
        startscavenge: [],
        stopscavenge: [],
        shutdown: [],
        mergeindexes: [],
        resignnode: [],
        setnodepriority: [],
        restartpersistentsubscriptions: [],
      },
    ],
    [
      `${CLIENT}.users.users`,
      {
        create: [],
        update: [],
        delete: [],
        disable: [],
        enable: [],
        details: [],
        changepassword: [],
        resetpassword: [],
      },
    ],
    [`${CLIENT}.gossip.gossip`, { read: [] }],
    [`${CLIENT}.monitoring.monitoring`, { stats: [] }],
    [`${CLIENT}.redaction.redaction`, { geteventpositions: [], switchchunks: [] }],
    [`${CLIENT}.server_features.serverfeatures`, { getsupportedmethods: [] }],
  ];

const SUPPORTED = Buffer.concat([
  ...METHODS.flatMap(([service, methods]) =>
    Object.entries(methods).map(([method, features]) =>
      bytesField(
        1,
        textField(1, method),
        textField(2, service),
        ...features.map((feature) => textField(3, feature)),
      ),
    ),
  ),
  textField(2, SERVER_VERSION),
]);

/** The services that the features name; a method of theirs that is not served answers UNIMPLEMENTED. */
export const SERVICE_NAMES = METHODS.map(([service]) => service);

/** Tells which methods and features there are, and the version. */
export const supportedMethods = unary(() => Promise.resolve(SUPPORTED));
