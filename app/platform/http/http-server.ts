import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { plainPage } from './plain-page.ts';

const headersTimeout = 15_000;
const requestTimeout = 30_000;
const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * The listener below Express. Requests that Node itself gives up on never reach the guard: they get
 * the same plain page, and whoever sends half a request is not waited for.
 */
export function createHttpServer(app: Express): Server {
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      connectionsCheckingInterval: 5_000,
      // The guard answers a request without a Host in words.
      requireHostHeader: false,
    },
    app,
  );
  server.on('checkExpectation', app);
  server.on('connect', (_request, socket) => answerBare(socket, 405));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const hasBegun = 'bytesWritten' in socket && Number(socket.bytesWritten) > 0;
    if (hasBegun || !socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else answerBare(socket, statuses[error.code ?? ''] ?? 400);
  });
  return server;
}

function answerBare(socket: Duplex, status: number) {
  const page = plainPage(status);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none';style-src 'self';base-uri 'none';frame-ancestors 'none'",
    'Referrer-Policy: same-origin',
    'X-Content-Type-Options: nosniff',
    ...(status === 405 ? ['Allow: GET, HEAD, POST'] : []),
    'Connection: close',
    '',
    page,
  ];
  socket.end(lines.join('\r\n'));
}
