import { present } from "@pos/core/base/result.ts";
import { createClient } from "graphql-ws";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { createLive, type Live, type LiveError } from "../../../packages/web/src/live/index.ts";
import type { Data } from "../../support/api.ts";
import { freshFolder, openShopTable } from "../../support/folders.ts";
import {
  activate,
  credentialsOf,
  homeOf,
  saleInput as hostSale,
  post,
  SELL,
  signInOperator,
  startHost,
  stopHost,
} from "../../support/processes.ts";
import { complete, saleInput } from "../api/counter.ts";
import { SALE_RECORDED, STOCK_CHANGED } from "./raw.ts";
import { type LiveCounter, once, openLive, settled, startLiveApi, until } from "./support.ts";

/** The client module that both web apps use, over the real graphql-ws client and real sockets. */
function connect(url: string, token: string): Live {
  const live = createLive({ url: `${url.replace(/^http/, "ws")}/graphql`, token, webSocketImpl: WebSocket });
  onTestFinished(() => live.close());
  return live;
}

interface Heard {
  readonly sales: string[];
  readonly errors: LiveError[];
  missed: number;
}

function listen(live: Live, location: string, after?: string) {
  const heard: Heard = { sales: [], errors: [], missed: 0 };
  const following = live.subscribeFrom<Data>(
    SALE_RECORDED,
    { location },
    { after },
    {
      event: ({ saleRecorded }) => heard.sales.push(saleRecorded.saleId),
      error: (errors) => heard.errors.push(...errors),
      missed: () => heard.missed++,
    },
  );
  return { heard, following };
}

/** Each is booked before the next is sold: what is recorded within one millisecond has no order before that. */
async function sell(counter: LiveCounter, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let sold = 0; sold < count; sold++) {
    ids.push((await complete(counter, saleInput(counter))).sale.id);
    await counter.api.reader.caughtUp();
  }
  return ids;
}

describe("resume", () => {
  test("a subscriber that was away for 100 sales has each of them once, in order, and then goes live", async () => {
    const counter = await openLive();
    const { shop, api, owner } = counter;
    const first = connect(api.url, owner);
    const { heard, following } = listen(first, shop.locationId, undefined);
    await until(() => first.connection().state === "online", "the first connection");
    await subscribed(counter);
    const seen = await sell(counter, 3);
    await until(() => heard.sales.length === 3, "three sales");
    const cursor = present(following.cursor(), "a cursor");
    await first.close();
    const away = await sell(counter, 100);
    const back = listen(connect(api.url, owner), shop.locationId, cursor);
    await until(() => back.heard.sales.length >= 100, "a hundred sales");
    const live = await sell(counter, 5);
    await until(() => back.heard.sales.length >= 105, "five more");
    expect(heard.sales).toEqual(seen);
    expect(back.heard).toEqual({ sales: [...away, ...live], errors: [], missed: 0 });
  });

  test("a server that goes and comes back: each client resumes from its own cursor by itself", async () => {
    const engine = await openShopTable(await freshFolder());
    const counter = await openLive({ engine });
    onTestFinished(() => engine.close());
    const { shop, api, owner } = counter;
    const live = connect(api.url, owner);
    const states: string[] = [];
    live.watch(({ state }) => states.push(state));
    const { heard } = listen(live, shop.locationId, `0001-${"0".repeat(12)}`);
    const before = await sell(counter, 5);
    await until(() => heard.sales.length === 5, "five sales");
    const port = Number(new URL(api.url).port);
    await api.close();
    await until(() => live.connection().state === "offline", "the client sees that the server has gone");
    const since = live.connection().since;
    expect(new Date(since).toISOString()).toBe(since);
    const next = await startLiveApi(shop, { port });
    onTestFinished(() => next.api.close());
    // What the platform keeps open to the server before.
    await fetch(`${next.api.url}/health`).catch(() => {});
    const after = await sell({ ...counter, ...next }, 20);
    await until(() => heard.sales.length >= 25, "twenty more", 20_000);
    expect(heard).toEqual({ sales: [...before, ...after], errors: [], missed: 0 });
    expect(states).toEqual(["online", "offline", "online"]);
  });

  test("connections that are cut over and over while terminals sell leave nothing out and nothing twice", async () => {
    const counter = await openLive({ limits: { lifetimeMilliseconds: 300 } });
    const { shop, api, owner } = counter;
    const beginning = `0001-${"0".repeat(12)}`;
    const { heard } = listen(connect(api.url, owner), shop.locationId, beginning);
    const ids: string[] = [];
    for (let round = 0; round < 12; round++) {
      ids.push(...(await sell(counter, 10)));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await until(() => heard.sales.length >= ids.length, "every sale", 30_000);
    expect(heard).toEqual({ sales: ids, errors: [], missed: 0 });
  });

  test("follow: reports a refusal once and does not retry; stop is final", async () => {
    const counter = await openLive();
    const { shop, api, owner, terminal } = counter;
    const refused = listen(connect(api.url, terminal), shop.locationId);
    const nowhere = listen(connect(api.url, owner), "loc_00000000000000000000000000");
    const stopped = listen(connect(api.url, owner), shop.locationId);
    await until(() => refused.heard.errors.length + nowhere.heard.errors.length === 2, "two refusals");
    expect(refused.heard.errors[0]?.extensions?.code).toBe("FORBIDDEN");
    expect(nowhere.heard.errors[0]?.extensions?.code).toBe("NOT_FOUND");
    stopped.following.stop();
    await sell(counter, 2);
    await settled(counter);
    expect([refused, nowhere, stopped].flatMap(({ heard }) => heard.sales)).toEqual([]);
  });

  test("an event that shows a gap is not acted on before what is missing has come", async () => {
    const cursor = (position: number) => `0001-${String(position).padStart(12, "0")}`;
    const asked: unknown[] = [];
    // A server that loses the second event, and has it when it is asked from the first.
    const url = await fakeServer((send, after) => {
      asked.push(after);
      if (after === null) {
        send({ saleRecorded: { cursor: cursor(1), previous: null, saleId: "1" } });
        send({ saleRecorded: { cursor: cursor(1), previous: null, saleId: "1" } });
        send({ saleRecorded: { cursor: cursor(3), previous: cursor(2), saleId: "3" } });
        return;
      }
      send({ saleRecorded: { cursor: cursor(2), previous: cursor(1), saleId: "2" } });
      send({ saleRecorded: { cursor: cursor(3), previous: cursor(2), saleId: "3" } });
      // This one it has lost for good.
      send({ saleRecorded: { cursor: cursor(5), previous: cursor(4), saleId: "5" } });
    });
    const { heard } = listen(connect(url, "x"), "loc");
    await until(() => heard.sales.includes("5"), "the last event");
    expect(heard).toEqual({ sales: ["1", "2", "3", "5"], errors: [], missed: 1 });
    expect(asked).toEqual([null, cursor(1), cursor(3)]);
  });

  test("a server that closes at once with 1000 is not asked thousands of times", async () => {
    let connections = 0;
    const server = new WebSocketServer({ port: 0, handleProtocols: () => "graphql-transport-ws" });
    onTestFinished(() => server.close());
    server.on("connection", (socket) => {
      connections++;
      socket.close(1000);
    });
    const { port } = server.address() as { port: number };
    listen(connect(`http://127.0.0.1:${port}`, "x"), "loc");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(connections).toBeGreaterThan(0);
    expect(connections).toBeLessThan(5);
  });

  test("a network that has gone without a word is noticed by an unanswered ping", async () => {
    let connections = 0;
    const server = new WebSocketServer({ port: 0, handleProtocols: () => "graphql-transport-ws" });
    onTestFinished(() => server.close());
    server.on("connection", (socket) => {
      connections++;
      socket.once("message", () => socket.send(`{"type":"connection_ack"}`));
    });
    const { port } = server.address() as { port: number };
    const live = createLive({
      ...{ url: `ws://127.0.0.1:${port}`, token: "x", webSocketImpl: WebSocket },
      ...{ keepAliveMilliseconds: 50, pongMilliseconds: 50 },
    });
    onTestFinished(() => live.close());
    const states: string[] = [];
    live.watch(({ state }) => states.push(state));
    await until(() => connections > 1, "a second connection", 10_000);
    expect(states.slice(0, 2)).toEqual(["online", "offline"]);
  });

  test("the plain client of graphql-ws works as it is", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    const client = createClient({
      ...{ url: `${api.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket },
      connectionParams: { authorization: `Bearer ${owner}` },
    });
    onTestFinished(() => void client.dispose());
    const after = `0001-${"0".repeat(12)}`;
    const ids = await sell(counter, 3);
    const seen: string[] = [];
    for await (const { data } of client.iterate<Data>({
      query: STOCK_CHANGED,
      variables: { location: shop.locationId, after },
    })) {
      seen.push(data.stockChanged.levels[0].onHand);
      if (seen.length === ids.length) break;
    }
    expect(seen).toEqual(["-1", "-2", "-3"]);
  });
});

/** Every client that connected has also subscribed. */
async function subscribed({ live }: LiveCounter): Promise<void> {
  await live.caughtUp();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

type Send = (data: object) => void;

/** A server that answers a subscription with the frames of the test. */
async function fakeServer(answer: (send: Send, after: unknown) => void): Promise<string> {
  const server = new WebSocketServer({ port: 0, handleProtocols: () => "graphql-transport-ws" });
  onTestFinished(() => server.close());
  server.on("connection", (socket) => {
    socket.on("message", (text) => {
      const message = JSON.parse(String(text)) as Data;
      if (message.type === "connection_init") socket.send(`{"type":"connection_ack"}`);
      if (message.type !== "subscribe") return;
      const send: Send = (data) => socket.send(JSON.stringify({ id: message.id, type: "next", payload: { data } }));
      answer(send, message.payload.variables.after);
    });
  });
  const { port } = server.address() as { port: number };
  return `http://127.0.0.1:${port}`;
}

describe("resume: a process that is killed", () => {
  const home = homeOf("live");

  test("what was acknowledged before the kill and sold after it is heard once, in order", async () => {
    const folder = `${home}/shop`;
    const first = await startHost(folder);
    const credentials = credentialsOf(folder);
    const terminal = await activate(first.url, credentials.terminal.activationCode);
    const operator = await signInOperator(first.url, terminal, credentials);
    const live = connect(first.url, operator);
    const { heard } = listen(live, credentials.locationId, undefined);
    await until(() => live.connection().state === "online", "the connection");
    await new Promise((resolve) => setTimeout(resolve, 100));
    let sequence = 1;
    const sellAt = async (url: string, count: number): Promise<string[]> => {
      const ids: string[] = [];
      for (let sold = 0; sold < count; sold++) {
        const { data } = await post(url, operator, SELL, { input: hostSale(sequence++) });
        ids.push(data.completeSale.sale.id);
      }
      return ids;
    };
    const seen = await sellAt(first.url, 5);
    await until(() => heard.sales.length === 5, "five sales");
    const port = new URL(first.url).port;
    const more = await sellAt(first.url, 20);
    first.child.kill("SIGKILL");
    await first.exited;
    const next = await startHost(folder, { PORT: port });
    expect(new URL(next.url).port).toBe(port);
    const last = await sellAt(next.url, 100);
    await until(() => heard.sales.length >= 125, "every sale", 20_000);
    expect(heard).toEqual({ sales: [...seen, ...more, ...last], errors: [], missed: 0 });
    await live.close();
    expect(await stopHost(next)).toBe(0);
  });
});
