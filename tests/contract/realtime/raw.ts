import { present } from "@pos/core/base/result.ts";
import { WebSocket } from "ws";
import type { Data } from "../../support/api.ts";

/** A client that sends only what the test passes and keeps every frame, so that none is missed. */
export interface Raw {
  readonly socket: WebSocket;
  send(message: object | string): void;
  /** The next frame, whenever it comes. */
  next(milliseconds?: number): Promise<Data>;
  /** Received frames that the test has not taken. */
  waiting(): readonly Data[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

export interface RawOptions {
  readonly protocol?: string | readonly string[];
  readonly headers?: { readonly [name: string]: string };
}

const WAIT_MILLISECONDS = 5_000;

export async function openRaw(url: string, options: RawOptions = {}): Promise<Raw> {
  const { protocol = "graphql-transport-ws", headers = {} } = options;
  const address = `${url.replace(/^http/, "ws")}/graphql`;
  const socket = new WebSocket(address, protocol as string | string[], { headers });
  const frames: Data[] = [];
  let arrived = () => {};
  socket.on("message", (data) => {
    frames.push(JSON.parse(String(data)));
    arrived();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on("close", (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
  return {
    socket,
    closed,
    send: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    waiting: () => frames,
    async next(milliseconds = WAIT_MILLISECONDS) {
      const until = performance.now() + milliseconds;
      while (frames.length === 0) {
        const left = until - performance.now();
        if (left <= 0) throw new Error("No frame came");
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          arrived = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return present(frames.shift(), "a frame");
    },
  };
}

/** Opened and acknowledged. */
export async function openAcknowledged(url: string, token?: string, options?: RawOptions): Promise<Raw> {
  const raw = await openRaw(url, options);
  const payload = token === undefined ? {} : { payload: { authorization: `Bearer ${token}` } };
  raw.send({ type: "connection_init", ...payload });
  const ack = await raw.next();
  if (ack.type !== "connection_ack") throw new Error(`Not acknowledged: ${JSON.stringify(ack)}`);
  return raw;
}

export const SALE_RECORDED =
  "subscription ($location: ID!, $after: String) { saleRecorded(locationId: $location, after: $after) { cursor previous saleId sale { id total { amount } } } }";
export const STOCK_CHANGED =
  "subscription ($location: ID!, $after: String) { stockChanged(locationId: $location, after: $after) { cursor previous levels { sku onHand } } }";
export const ENTRIES_BOOKED =
  "subscription ($location: ID!, $after: String) { entriesBooked(locationId: $location, after: $after) { cursor } }";

export function subscribeFrame(id: string, query: string, variables: object): object {
  return { id, type: "subscribe", payload: { query, variables } };
}

/** Sends a subscription and waits until it is registered: the answer to a ping after it proves it. */
export async function subscribeRaw(raw: Raw, id: string, query: string, variables: object): Promise<void> {
  raw.send(subscribeFrame(id, query, variables));
  raw.send({ type: "ping", payload: { behind: id } });
  for (;;) {
    const frame = await raw.next();
    if (frame.type === "pong") return;
    throw new Error(`Not subscribed: ${JSON.stringify(frame)}`);
  }
}

/** Nothing comes for a while. */
export async function silence(raw: Raw, milliseconds = 150): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (raw.waiting().length > 0) throw new Error(`Something came: ${JSON.stringify(raw.waiting())}`);
}
