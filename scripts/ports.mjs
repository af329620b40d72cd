import net from 'node:net';

/** Listens and gives the server, or null when somebody else has the port. */
export function listen(port, host, onConnection) {
  return new Promise((resolve, reject) => {
    const server = net.createServer(onConnection);
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(port, host, () => resolve(server));
  });
}

/** True when the port could be listened on just now. */
export async function isPortFree(port, host) {
  const server = await listen(port, host);
  if (server) await new Promise((resolve) => server.close(resolve));
  return server !== null;
}

/** A port nobody listens on, on the loopback address. */
export async function freePort() {
  const server = await listen(0, '127.0.0.1');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
