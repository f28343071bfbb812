// A host that fails while the app fetches a new version of itself.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FailingHost {
  /** Number of requests after the host failed. */
  readonly refused: () => number;
  readonly close: () => Promise<void>;
}

/** Forwards this many answers of another host, then cuts every connection. */
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
