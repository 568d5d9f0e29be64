import { connect, type Socket } from "node:net";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import { openAcknowledged, openRaw, type Raw, SALE_RECORDED, subscribeRaw } from "./raw.ts";
import { once, openLive, until } from "./support.ts";

/** contract.md, "Subscriptions": how many sockets there may be, and what becomes of those that are none. */

const HANDSHAKE = {
  host: "127.0.0.1",
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol": "graphql-transport-ws",
};

/** Sends a request as bytes and keeps its own half of the connection open. */
function sendRaw(url: string, lines: readonly string[]): Promise<{ socket: Socket; answer: string }> {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: true });
  return new Promise((resolve) => {
    let answer = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (answer.includes("\r\n\r\n")) resolve({ socket, answer });
    });
    socket.on("close", () => resolve({ socket, answer }));
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });
}

function handshake(change: Readonly<Record<string, string | undefined>>, first = "GET /graphql HTTP/1.1"): string[] {
  const headers = Object.entries({ ...HANDSHAKE, ...change });
  return [first, ...headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))];
}

test("A11: a socket without connection_init is closed with 4408, and one that sends it stays", async () => {
  const { api, owner } = await openLive({ limits: { initMilliseconds: 150 } });
  const silent = await openRaw(api.url);
  const initialised = await openAcknowledged(api.url, owner);
  const pinging = await openRaw(api.url);
  pinging.send({ type: "ping" });
  expect(await silent.closed).toEqual({ code: 4408, reason: "Connection initialisation timeout" });
  expect((await pinging.closed).code).toBe(4408);
  initialised.send({ type: "ping" });
  expect((await initialised.next()).type).toBe("pong");
  initialised.socket.terminate();
});

test("A11: one address gets 429 beyond its sockets without a token, and signed-in clients still connect", async () => {
  const counter = await openLive({ engine: once(), limits: { anonymousPerSourceMax: 3 } });
  const { api, owner } = counter;
  const first = await openAcknowledged(api.url, owner);
  const rubbish = await openAcknowledged(api.url, "rubbish");
  const [one, two] = [await openRaw(api.url), await openRaw(api.url)];
  await expect(openRaw(api.url)).rejects.toThrow("429");
  await subscribeRaw(first, "1", SALE_RECORDED, { location: counter.shop.locationId });
  one.socket.terminate();
  await until(() => counter.live.connectionCount() === 3, "the end of one");
  const next = await openAcknowledged(api.url, owner);
  for (const { socket } of [first, rubbish, two, next]) socket.terminate();
});

test("A11: clients without a token end when they are too many together, and signed-in ones keep their places", async () => {
  const { api, owner } = await openLive({ limits: { connectionsMax: 6, anonymousMax: 3, anonymousPerSourceMax: 9 } });
  const own = [await openAcknowledged(api.url, owner), await openAcknowledged(api.url, owner)];
  const flood: Raw[] = [];
  for (let count = 0; count < 10; count++) flood.push(await openRaw(api.url));
  const ended = await Promise.all(flood.slice(0, 7).map(({ closed }) => closed));
  expect(new Set(ended.map(({ code }) => code))).toEqual(new Set([4408]));
  const late = await openAcknowledged(api.url, owner);
  for (const raw of [...own, late]) {
    raw.send({ type: "ping" });
    expect((await raw.next()).type).toBe("pong");
  }
  for (const { socket } of [...own, late, ...flood]) socket.terminate();
});

test("A11: a token has a bounded number of sockets: one more is closed with 4429", async () => {
  const { api, owner, terminal } = await openLive({ limits: { perTokenMax: 2 } });
  const own = [await openAcknowledged(api.url, owner), await openAcknowledged(api.url, owner)];
  const more = await openRaw(api.url);
  more.send({ type: "connection_init", payload: { authorization: `Bearer ${owner}` } });
  expect(await more.closed).toEqual({ code: 4429, reason: "Too many connections with this token" });
  const other = await openAcknowledged(api.url, terminal);
  for (const { socket } of [...own, other]) socket.terminate();
});

test("A12: a refused upgrade ends within two seconds when the client keeps its half open", async () => {
  const { api } = await openLive();
  const refused = [
    handshake({}, "GET /nope HTTP/1.1"),
    handshake({ "sec-websocket-key": undefined }),
    handshake({ "sec-websocket-protocol": "other" }),
    ["GET / HTTP/1.1", "host: x", "connection: Upgrade", "upgrade: h2c"],
    handshake({ "x-long": "x".repeat(9_000) }),
  ];
  for (const lines of refused) {
    const { socket, answer } = await sendRaw(api.url, lines);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    const began = performance.now();
    // A write reaches a destroyed connection as a reset; a connection that is only half closed would take it.
    while (!socket.destroyed && performance.now() - began < 3_000) {
      if (socket.writable) socket.write("x");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(performance.now() - began).toBeLessThan(2_000);
    socket.destroy();
  }
});

test("A20: a bad handshake leaves no connection record, and neither does a client that goes before it is upgraded", async () => {
  const { table: realtimeTable, items } = createMemoryTable({ streamFilter: [] });
  const { api, live } = await openLive({ realtimeTable });
  const bad = [
    { "sec-websocket-key": undefined },
    { "sec-websocket-key": "short" },
    { "sec-websocket-version": "7" },
    { "sec-websocket-version": undefined },
    { upgrade: "other" },
  ];
  for (const change of bad) {
    const { socket, answer } = await sendRaw(api.url, handshake(change));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
  }
  for (const first of ["POST /graphql HTTP/1.1", "DELETE /graphql HTTP/1.1"])
    (await sendRaw(api.url, handshake({}, first))).socket.destroy();
  // The library refuses this list of protocols after the record was written.
  const twice = "graphql-transport-ws, graphql-transport-ws";
  expect((await sendRaw(api.url, handshake({ "sec-websocket-protocol": twice }))).answer).toMatch(/^HTTP\/1\.1 400 /);
  for (let count = 0; count < 20; count++) {
    const socket = connect(Number(new URL(api.url).port), "127.0.0.1");
    socket.on("error", () => {});
    await new Promise<void>((resolve) => socket.write(`${handshake({}).join("\r\n")}\r\n\r\n`, () => resolve()));
    socket.resetAndDestroy();
  }
  await until(() => live.connectionCount() === 0 && items().length === 0, "no record of a connection");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(items()).toEqual([]);
});

test("B: two Host headers are refused, by HTTP and by a handshake; a target that names a host too", async () => {
  const { api } = await openLive();
  const cases = [
    [["GET /health HTTP/1.1", "host: 127.0.0.1", "Host: evil.example"], 400],
    [["GET http://evil.example/health HTTP/1.1", "host: 127.0.0.1"], 400],
    [["GET /health HTTP/1.1", "host: 127.0.0.1"], 200],
    [handshake({ Host: "evil.example" }), 400],
    [["OPTIONS * HTTP/1.1", "host: 127.0.0.1"], 400],
  ] as const;
  for (const [lines, status] of cases) {
    const { socket, answer } = await sendRaw(api.url, lines);
    expect([lines[0], answer.split(" ")[1]]).toEqual([lines[0], String(status)]);
    expect(answer).not.toContain("evil.example");
    socket.destroy();
  }
});
