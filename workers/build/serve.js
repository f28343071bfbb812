// @ts-check
// Serves the built site on this machine with the headers that a host should send.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readJson } from './read-json.js';
import { filesIn } from './site-files.js';

/** @typedef {import('./offline-files-adapter.js').PrecacheList} PrecacheList */
/** @typedef {Record<string, string>} HeaderFields */
/** @typedef {{ body: Buffer, zipped: () => Buffer | undefined, headers: HeaderFields }} SiteFile */
/** @typedef {{ status: number, file: SiteFile | undefined, location?: string }} Found */
/**
 * @typedef {object} SiteOptions
 * @property {string} folder
 * @property {number} [port] 0 takes any free port
 * @property {boolean} [takeNextPort] when the port is in use
 * @property {string} [basePath] path of the site on its host, such as /some/path
 * @property {boolean} [bare] sends no headers of ours, as some hosts do
 * @property {(request: import('node:http').IncomingMessage) => void} [onrequest] called with each request
 */
/** @typedef {{ url: string, port: number, close: () => Promise<void> }} RunningSite */

const DEFAULT_PORT = 4173;
const PORTS_TO_TRY = 20;

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Extensions of compressed files, where zipping only costs time. */
const INCOMPRESSIBLE = new Set(['.bin', '.png', '.woff2']);

/**
 * Serves a built site on 127.0.0.1.
 * @param {SiteOptions} options
 * @returns {Promise<RunningSite>}
 */
export async function serveSite({ folder, port = DEFAULT_PORT, basePath = '', ...options }) {
  const security = options.bare ? {} : securityOf(folder);
  const files = loadSite(folder);
  const server = createServer((request, response) => {
    options.onrequest?.(request);
    for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
    if (request.method === 'GET' || request.method === 'HEAD')
      send(request, response, findFile(files, request.url ?? '/', basePath));
    else response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  });
  server.on('clientError', (_error, socket) => refuse(socket, security));
  const lastPort = options.takeNextPort ? port + PORTS_TO_TRY : port;
  const taken = await listen(server, port, lastPort);
  return {
    url: `http://127.0.0.1:${taken}${basePath}/`,
    port: taken,
    close: () => stop(server),
  };
}

/**
 * @param {string} folder
 * @returns {HeaderFields}
 */
function securityOf(folder) {
  return /** @type {PrecacheList} */ (readJson(join(folder, 'precache.json'))).headers;
}

/**
 * Loads the whole site into memory, so that no address outside it can be reached.
 * @param {string} folder
 * @returns {Map<string, SiteFile>}
 */
function loadSite(folder) {
  return new Map(filesIn(folder).map((path) => [path, loadFile(folder, path)]));
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {SiteFile}
 */
function loadFile(folder, path) {
  const body = readFileSync(join(folder, path));
  const extension = extname(path);
  /** @type {Buffer | undefined} */
  let zipped;
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return {
    body,
    // Zipped on the first request: most of a site takes long to zip and is not requested.
    zipped: () => (INCOMPRESSIBLE.has(extension) ? undefined : (zipped ??= gzipSync(body))),
    headers: {
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith('_app/immutable/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ETag: `W/"${etag}"`,
      Vary: 'Accept-Encoding',
    },
  };
}

/**
 * @param {Map<string, SiteFile>} files
 * @param {string} address
 * @param {string} basePath
 * @returns {Found}
 */
function findFile(files, address, basePath) {
  const notFound = { status: 404, file: files.get('404.html') };
  const [pathname = '/', query] = address.split('?', 2);
  const path = decodePath(pathname);
  if (path === undefined || !`${path}/`.startsWith(`${basePath}/`)) return notFound;
  const name = path.slice(basePath.length + 1);
  const file = files.get(name) ?? (isFolder(path) ? files.get(`${name}index.html`) : undefined);
  if (file) return { status: 200, file };
  if (!files.has(name ? `${name}/index.html` : 'index.html')) return notFound;
  return { ...notFound, status: 308, location: `${pathname}/${query ? `?${query}` : ''}` };
}

/** @param {string} path */
function isFolder(path) {
  return path.endsWith('/');
}

/**
 * @param {string} pathname
 * @returns {string | undefined} undefined for a malformed address
 */
function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Found} found
 */
function send(request, response, { status, file, location }) {
  if (!file) return void response.writeHead(status).end();
  if (location)
    return void response.writeHead(status, { ...file.headers, Location: location }).end();
  if (status === 200 && request.headers['if-none-match'] === file.headers.ETag)
    return void response.writeHead(304, file.headers).end();
  const acceptsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const zipped = acceptsGzip ? file.zipped() : undefined;
  const body = zipped ?? file.body;
  response.writeHead(status, {
    ...file.headers,
    ...(zipped && { 'Content-Encoding': 'gzip' }),
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Answers a malformed request, which no other code sees.
 * @param {import('node:stream').Duplex} socket
 * @param {HeaderFields} security
 */
function refuse(socket, security) {
  if (!socket.writable) return void socket.destroy();
  const fields = Object.entries({ ...security, Connection: 'close', 'Content-Length': '0' });
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', ''].join('\r\n'));
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} lastPort
 * @returns {Promise<number>} the port that it listens on
 */
function listen(server, port, lastPort) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const inUse = error.code === 'EADDRINUSE' && port < lastPort;
      if (inUse) resolve(listen(server, port + 1, lastPort));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** @param {import('node:http').Server} server */
function stop(server) {
  const closed = new Promise((resolve) => server.close(() => resolve(undefined)));
  server.closeAllConnections();
  return /** @type {Promise<void>} */ (closed);
}

/** Serves build/ until the program is stopped, and prints the address. */
export async function serveBuild() {
  const folder = fileURLToPath(new URL('../../build', import.meta.url));
  const wanted = process.env.PORT;
  const site = await serveSite({
    folder,
    port: wanted ? Number(wanted) : DEFAULT_PORT,
    takeNextPort: !wanted,
  });
  console.log(`Debut is ready: ${site.url}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serveBuild();
