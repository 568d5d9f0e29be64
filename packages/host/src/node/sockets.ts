import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { networkOf } from "@pos/functions/api/network.ts";
import type { Reach } from "@pos/functions/api/origin.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import type { SocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections, SocketEvent } from "@pos/functions/realtime/port.ts";
import { handleProtocols } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { createPlaces, PLACE_LIMITS, type Place, type PlaceLimits, type Places } from "./places.ts";
import { hasOneHost, sourceOf } from "./source.ts";

/**
 * API Gateway's WebSocket API for one machine: makes the same events from sockets, so that the very same function serves
 * both, and has the same limits: a message of 128 KB, ten minutes without one, two hours in all.
 */
export interface Sockets {
  readonly connections: Connections;
  /** From now on, the server accepts sockets. */
  readonly open: (server: Pick<Server, "on">, handler: SocketHandler, reach: Reach) => void;
  /**
   * The socket's `connection_init` was taken.
   * @param token identifies the client's valid token without its secret; absent: it has none
   */
  readonly initialised: (connectionId: string, token?: string) => void;
  /** How many there are. */
  readonly count: () => number;
  /** Ends those that are there, so that their clients come back and resume. */
  readonly endAll: () => void;
  /** Takes no more and ends those that are there; resolves when their ends are seen to. */
  readonly close: () => Promise<void>;
}

export interface SocketsOptions {
  readonly log: Log;
  readonly limits?: Partial<SocketLimits>;
  /** The id of a new connection; begins with hexadecimal digits. Default: any. */
  readonly newConnectionId?: () => string;
}

export interface SocketLimits extends PlaceLimits {
  /** For `connection_init`, from the handshake on. */
  readonly initMilliseconds: number;
  readonly idleMilliseconds: number;
  readonly lifetimeMilliseconds: number;
  /** A client that does not read is disconnected when this much is buffered for it. */
  readonly unreadBytesMax: number;
}

const LIMITS: SocketLimits = {
  ...PLACE_LIMITS,
  initMilliseconds: 5_000,
  idleMilliseconds: 10 * 60_000,
  lifetimeMilliseconds: 2 * 3_600_000,
  unreadBytesMax: 1024 * 1024,
};

const MESSAGE_BYTES_MAX = 128 * 1024;
/** A replay waits when so much is unread, so that it never gets its own client cut. */
const UNREAD_BYTES_HIGH = 64 * 1024;
/** Messages of one connection that wait for those before them; then its socket is not read for a while. */
const WAITING_MAX = 32;
/** Of its lifetime a connection loses up to this part, so that those of one morning do not come back at one moment. */
const JITTER = 0.1;
const GOING_AWAY: Close = { code: 1001, reason: "Going away" };
const NOT_INITIALISED: Close = { code: 4408, reason: "Connection initialisation timeout" };
const EVICTED: Close = { code: 4408, reason: "Too many connections without a valid token" };
/** Clients of the protocol do not come back by themselves after this code. */
const TOO_MANY_OF_TOKEN: Close = { code: 4429, reason: "Too many connections with this token" };

interface Close {
  readonly code: number;
  readonly reason: string;
}

interface Open {
  readonly id: string;
  readonly socket: WebSocket;
  /** Below the socket. */
  readonly stream: Duplex;
  readonly endsAt: number;
  readonly place: Place;
  /** Ends the socket if its client sends no `connection_init`. */
  readonly initTimer: NodeJS.Timeout;
  activeAt: number;
  waiting: number;
  /** The messages before, in their order. */
  work: Promise<unknown>;
}

/** What the parts of `createSockets` share. */
interface Pool {
  readonly log: Log;
  readonly limits: SocketLimits;
  readonly newConnectionId: () => string;
  readonly server: WebSocketServer;
  readonly places: Places;
  readonly open: Map<string, Open>;
  /** The ends of connections that are being handled. */
  readonly ends: Set<Promise<unknown>>;
  isClosing: boolean;
}

export function createSockets({ log, limits: given, newConnectionId = randomUUID }: SocketsOptions): Sockets {
  const limits = { ...LIMITS, ...given };
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    handleProtocols,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
  });
  const open = new Map<string, Open>();
  const ends = new Set<Promise<unknown>>();
  const places = createPlaces(limits);
  const pool: Pool = { log, limits, newConnectionId, server, places, open, ends, isClosing: false };
  const endIdle = () => {
    const now = performance.now();
    for (const { socket, endsAt, activeAt } of open.values())
      if (now > endsAt || now - activeAt > limits.idleMilliseconds) void closeSoon(socket);
  };
  const timer = setInterval(endIdle, Math.min(15_000, limits.idleMilliseconds / 4, limits.lifetimeMilliseconds / 4));
  timer.unref();

  return {
    connections: connectionsOf(open, limits),
    count: () => open.size,
    endAll() {
      for (const { socket } of open.values()) socket.close(GOING_AWAY.code, GOING_AWAY.reason);
    },
    initialised(connectionId, token) {
      const connection = open.get(connectionId);
      if (connection === undefined) return;
      clearTimeout(connection.initTimer);
      if (token !== undefined && !connection.place.signIn(token)) void closeSoon(connection.socket, TOO_MANY_OF_TOKEN);
    },
    open(http, handler, reach) {
      http.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        // Until the socket is created, no other code handles its errors.
        stream.on("error", ignore);
        upgrade(pool, { handler, reach }, { request, stream, head })
          .catch((error: unknown) => {
            log({ level: "error", event: "socket", error: describe(error) });
            refuse(stream, "500 Internal Server Error");
          })
          .finally(() => stream.off("error", ignore));
      });
    },
    async close() {
      pool.isClosing = true;
      clearInterval(timer);
      const closed = [...open.values()].map(({ socket }) => closeSoon(socket));
      await Promise.all(closed);
      await Promise.all(ends);
      server.close();
    },
  };
}

type Opened = Pick<Open, "id" | "socket" | "stream" | "place">;

function welcome({ log, limits, open, ends }: Pool, handler: SocketHandler, opened: Opened): void {
  const now = performance.now();
  const { id, socket, place } = opened;
  const connection: Open = {
    ...{ ...opened, activeAt: now, waiting: 0, work: Promise.resolve() },
    endsAt: now + limits.lifetimeMilliseconds * (1 - JITTER * jitterOf(id)),
    initTimer: setTimeout(() => void closeSoon(socket, NOT_INITIALISED), limits.initMilliseconds),
  };
  open.set(id, connection);
  const handled = (event: SocketEvent) =>
    handler(event).catch((error: unknown) => {
      log({ level: "error", event: "socket", connectionId: id, error: describe(error) });
      socket.close(1011, "Internal error");
    });
  socket.on("message", (data) => {
    connection.activeAt = performance.now();
    if (++connection.waiting >= WAITING_MAX) socket.pause();
    connection.work = connection.work.then(async () => {
      await handled(eventOf("MESSAGE", id, { body: String(data) }));
      if (--connection.waiting === 0 && socket.isPaused) socket.resume();
    });
  });
  // What is wrong with a frame closes the socket with its code; "close" follows.
  socket.on("error", () => {});
  socket.on("close", () => {
    clearTimeout(connection.initTimer);
    place.leave();
    open.delete(id);
    const end = connection.work.then(() => handled(eventOf("DISCONNECT", id)));
    ends.add(end);
    void end.finally(() => ends.delete(end));
  });
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly stream: Duplex;
  readonly head: Buffer;
}

async function upgrade(pool: Pool, { handler, reach }: Edge, { request, stream, head }: Upgrade): Promise<void> {
  const { log, open, places } = pool;
  if (request.url?.split("?")[0] !== "/graphql") return refuse(stream, "404 Not Found");
  if (!isHandshake(request)) return refuse(stream, "400 Bad Request");
  if (pool.isClosing) return refuse(stream, "503 Service Unavailable");
  const id = pool.newConnectionId();
  const evict = () => {
    const socket = open.get(id)?.socket;
    if (socket) void closeSoon(socket, EVICTED);
    else stream.destroy();
  };
  const address = sourceOf(request, reach);
  const place = places.take(address === undefined ? undefined : networkOf(address), evict);
  if (place === "full") return refuse(stream, "503 Service Unavailable");
  if (place === "too many from there") return refuse(stream, "429 Too Many Requests");
  const answer = await handler(eventOf("CONNECT", id, { headers: headersOf(request) })).catch((error: unknown) => {
    log({ level: "error", event: "socket", connectionId: id, error: describe(error) });
    return { statusCode: 500 };
  });
  const status = answer.statusCode === 200 && pool.isClosing ? 503 : answer.statusCode;
  if (status === 200)
    pool.server.handleUpgrade(request, stream, head, (socket) => welcome(pool, handler, { id, socket, stream, place }));
  if (open.has(id)) return;
  place.leave();
  // No record stays of a connection whose client has gone, or whose handshake failed.
  if (answer.statusCode === 200 || answer.statusCode === 500) await handler(eventOf("DISCONNECT", id));
  if (!stream.writableEnded) refuse(stream, STATUS_LINES[status] ?? STATUS_LINES[400]);
}

interface Edge {
  readonly handler: SocketHandler;
  readonly reach: Reach;
}

const STATUS_LINES: { readonly [status: number]: string; readonly 400: string } = {
  400: "400 Bad Request",
  431: "431 Request Header Fields Too Large",
  500: "500 Internal Server Error",
  503: "503 Service Unavailable",
};

/** Whether the request can become a socket at all: nothing is recorded for one that cannot. */
function isHandshake({ method, headers, rawHeaders }: IncomingMessage): boolean {
  const { upgrade, "sec-websocket-key": key = "", "sec-websocket-version": version = "" } = headers;
  return (
    method === "GET" &&
    upgrade?.toLowerCase() === "websocket" &&
    /^[+/0-9A-Za-z]{22}==$/.test(key) &&
    (version === "13" || version === "8") &&
    hasOneHost(rawHeaders)
  );
}

function ignore(): void {}

const CLOSE_MILLISECONDS = 2_000;

/** Those who do not answer a close in time are cut. */
function closeSoon(socket: WebSocket, { code, reason } = GOING_AWAY): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_MILLISECONDS);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(code, reason);
  });
}

function connectionsOf(open: ReadonlyMap<string, Open>, { unreadBytesMax }: SocketLimits): Connections {
  return {
    async post(connectionId, text) {
      const connection = open.get(connectionId);
      if (connection === undefined || connection.socket.readyState !== connection.socket.OPEN) return "gone";
      const { socket, stream } = connection;
      // What this very turn of the loop has sent is not unread by anybody yet.
      if (stream.writableCorked > 0 && socket.bufferedAmount > UNREAD_BYTES_HIGH) stream.uncork();
      if (socket.bufferedAmount > unreadBytesMax) {
        socket.terminate();
        return "gone";
      }
      if (stream.writableCorked === 0) {
        // What is sent in one turn of the loop leaves in one piece.
        stream.cork();
        setImmediate(() => stream.uncork());
      }
      socket.send(text);
      connection.activeAt = performance.now();
      return "sent";
    },
    async close(connectionId, code, reason) {
      open.get(connectionId)?.socket.close(code, reason);
    },
    async drained(connectionId) {
      for (;;) {
        const socket = open.get(connectionId)?.socket;
        if (socket === undefined || socket.bufferedAmount <= UNREAD_BYTES_HIGH) return;
        await new Promise((resolve) => setTimeout(resolve, DRAIN_MILLISECONDS));
      }
    },
  };
}

const DRAIN_MILLISECONDS = 5;

function eventOf(
  eventType: "CONNECT" | "MESSAGE" | "DISCONNECT",
  connectionId: string,
  more: Pick<SocketEvent, "headers" | "body"> = {},
): SocketEvent {
  return { requestContext: { eventType, connectionId, requestId: randomUUID() }, ...more };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = typeof value === "string" ? value : value.join(",");
  return headers;
}

/** 0 to 1, from a random id. */
function jitterOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) / 0xffffffff;
}

const REFUSED_MILLISECONDS = 1_000;

/** The HTTP server's timeouts no longer hold for a connection that asked for an upgrade: it is cut in any case. */
function refuse(stream: Duplex, status: string): void {
  const timer = setTimeout(() => stream.destroy(), REFUSED_MILLISECONDS);
  stream.once("close", () => clearTimeout(timer));
  stream.once("finish", () => stream.destroy());
  stream.on("error", ignore);
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
