import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import type { SocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections, SocketEvent } from "@pos/functions/realtime/port.ts";
import { handleProtocols } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * API Gateway's WebSocket API for one machine: makes the same events from sockets, so that the very same function serves
 * both, and has the same limits: a message of 128 KB, ten minutes without one, two hours in all.
 */
export interface Sockets {
  readonly connections: Connections;
  /** From now on, the server accepts sockets. */
  readonly open: (server: Pick<Server, "on">, handler: SocketHandler) => void;
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

export interface SocketLimits {
  readonly idleMilliseconds: number;
  readonly lifetimeMilliseconds: number;
  /** A client that does not read is disconnected when this much is buffered for it. */
  readonly unreadBytesMax: number;
  readonly connectionsMax: number;
}

const LIMITS: SocketLimits = {
  idleMilliseconds: 10 * 60_000,
  lifetimeMilliseconds: 2 * 3_600_000,
  unreadBytesMax: 1024 * 1024,
  connectionsMax: 10_000,
};

const MESSAGE_BYTES_MAX = 128 * 1024;
/** A replay waits when so much is unread, so that it never gets its own client cut. */
const UNREAD_BYTES_HIGH = 64 * 1024;
/** Messages of one connection that wait for those before them; then its socket is not read for a while. */
const WAITING_MAX = 32;
/** Of its lifetime a connection loses up to this part, so that those of one morning do not come back at one moment. */
const JITTER = 0.1;
const GOING_AWAY = 1001;

interface Open {
  readonly id: string;
  readonly socket: WebSocket;
  /** Below the socket. */
  readonly stream: Duplex;
  readonly endsAt: number;
  activeAt: number;
  waiting: number;
  /** The messages before, in their order. */
  work: Promise<unknown>;
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
  let isClosing = false;
  const endIdle = () => {
    const now = performance.now();
    for (const { socket, endsAt, activeAt } of open.values())
      if (now > endsAt || now - activeAt > limits.idleMilliseconds) socket.close(GOING_AWAY, "Going away");
  };
  const timer = setInterval(endIdle, Math.min(15_000, limits.idleMilliseconds / 4, limits.lifetimeMilliseconds / 4));
  timer.unref();

  function welcome(handler: SocketHandler, id: string, { socket, stream }: Pick<Open, "socket" | "stream">): void {
    const now = performance.now();
    const endsAt = now + limits.lifetimeMilliseconds * (1 - JITTER * jitterOf(id));
    const connection: Open = { id, socket, stream, endsAt, activeAt: now, waiting: 0, work: Promise.resolve() };
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
      open.delete(id);
      const end = connection.work.then(() => handled(eventOf("DISCONNECT", id)));
      ends.add(end);
      void end.finally(() => ends.delete(end));
    });
  }

  async function upgrade(handler: SocketHandler, request: IncomingMessage, stream: Duplex, head: Buffer) {
    if (request.url?.split("?")[0] !== "/graphql") return refuse(stream, "404 Not Found");
    if (isClosing || open.size >= limits.connectionsMax) return refuse(stream, "503 Service Unavailable");
    const id = newConnectionId();
    const { statusCode } = await handler(eventOf("CONNECT", id, { headers: headersOf(request) }));
    if (statusCode !== 200) return refuse(stream, "400 Bad Request");
    if (isClosing) return refuse(stream, "503 Service Unavailable");
    server.handleUpgrade(request, stream, head, (socket) => welcome(handler, id, { socket, stream }));
  }

  return {
    connections: connectionsOf(open, limits),
    count: () => open.size,
    endAll() {
      for (const { socket } of open.values()) socket.close(GOING_AWAY, "Going away");
    },
    open(http, handler) {
      http.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        // Until the socket is created, no other code handles its errors.
        stream.on("error", ignore);
        upgrade(handler, request, stream, head)
          .catch((error: unknown) => {
            log({ level: "error", event: "socket", error: describe(error) });
            refuse(stream, "500 Internal Server Error");
          })
          .finally(() => stream.off("error", ignore));
      });
    },
    async close() {
      isClosing = true;
      clearInterval(timer);
      const closed = [...open.values()].map(({ socket }) => closeSoon(socket));
      await Promise.all(closed);
      await Promise.all(ends);
      server.close();
    },
  };
}

function ignore(): void {}

const CLOSE_MILLISECONDS = 2_000;

/** Those who do not answer a close in time are cut. */
function closeSoon(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_MILLISECONDS);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(GOING_AWAY, "Going away");
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

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
