import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy before the store that can lose answers, fall silent or cut its connections. */
export interface FaultProxy {
  readonly connectionString: string;
  /** From now on nothing that the store says arrives; what is said to the store does. */
  loseAnswers(): void;
  /** Cuts every connection; those lost meanwhile are never made up for. New ones work. */
  cut(): void;
  /** Bytes that the store sent while answers were lost. */
  lost(): number;
  close(): Promise<void>;
}

/** The parts of a connection string: what comes before its first host, that host and port, and the options. */
const CONNECTION_STRING = /^esdb(?:\+discover)?:\/\/([^@/]*@)?([^:,/?]+)(?::(\d+))?[^?]*(\?.*)?$/;

/**
 * Starts a proxy before the store at this connection string, of a cluster before its first node. With TLS the store's
 * certificate must be good for 127.0.0.1.
 */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  const [, user = '', hostname = '', port = '2113', options = ''] = CONNECTION_STRING.exec(target) ?? [];
  const sockets = new Set<Socket>();
  let losing = false;
  let lost = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        sockets.delete(socket);
      });
    }
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (losing) lost += bytes.length;
      else near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    losing = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    connectionString: `esdb://${user}127.0.0.1:${(server.address() as AddressInfo).port}${options}`,
    loseAnswers: () => {
      losing = true;
    },
    cut,
    lost: () => lost,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
