import { createSocket } from 'node:dgram';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Arrived {
  readonly connectionCount: number;
  readonly byteCount: number;
  /** UDP packets, with which peer connections and QUIC begin. */
  readonly packetCount: number;
}

export interface Recorder {
  readonly url: string;
  /** The path of every request, in order. */
  readonly received: string[];
  /** Ends the recording. Returns what arrived in all, including connections without data. */
  close(): Promise<Arrived>;
}

/** Starts another origin that accepts every request and records it. */
export async function startRecorder(): Promise<Recorder> {
  const received: string[] = [];
  const record = (url: string | undefined) => received.push((url ?? '').replace(/\?.*/, ''));
  const server = createServer((request, response) => {
    record(request.url);
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'text/javascript',
    });
    response.end();
  });
  server.on('upgrade', (request, socket) => {
    record(request.url);
    socket.destroy();
  });
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const running = await start(server);
  let packetCount = 0;
  const udp = createSocket('udp4', () => packetCount++);
  await new Promise<void>((resolve) => {
    udp.bind(Number(new URL(running.url).port), '127.0.0.1', resolve);
  });
  const close = async () => {
    await running.close();
    udp.close();
    const byteCount = sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    return { connectionCount: sockets.length, byteCount, packetCount };
  };
  return { url: running.url, received, close };
}

/** Starts a host that, unlike the app's own, has no policy at all, with a page and a worker. */
export async function startUnconfinedHost(): Promise<RunningServer> {
  const answer: RequestListener = (request, response) => {
    const isScript = request.url === '/worker.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? '' : '<script>globalThis.w = new Worker("/worker.js")</script>');
  };
  return start(createServer(answer));
}

async function start(server: Server): Promise<RunningServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
