// A host that goes away while a new version of the app is being fetched.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FailingHost {
  /** Files that were asked for after it had gone. */
  readonly refused: () => number;
  readonly close: () => Promise<void>;
}

/** Passes on what another host answers, so many times; then every connection is cut. */
export async function failingHost(
  site: { readonly url: string },
  { port, answers }: { readonly port: number; readonly answers: number },
): Promise<FailingHost> {
  let count = 0;
  const server = createServer((request, response) => {
    if (count++ >= answers) {
      request.socket.destroy();
      return;
    }
    void fetch(new URL(request.url ?? '/', site.url)).then(async (answer) => {
      const headers = Object.fromEntries(answer.headers);
      delete headers['content-encoding']; // it is unpacked already
      delete headers['content-length'];
      response.writeHead(answer.status, headers);
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  if ((server.address() as AddressInfo).port !== port) throw new Error(`expected port ${port}`);
  return {
    refused: () => Math.max(0, count - answers),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
