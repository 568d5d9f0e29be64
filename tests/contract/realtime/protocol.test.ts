import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { complete, saleInput } from "../api/counter.ts";
import { openAcknowledged, openRaw, type Raw, SALE_RECORDED, silence, subscribeFrame, subscribeRaw } from "./raw.ts";
import { type LiveCounter, openLiveForAll, settled } from "./support.ts";

/** graphql-transport-ws as its own implementation's tests see it from outside, and what is ours beyond it. */
let counter: LiveCounter;
const opened: Raw[] = [];
beforeAll(async () => {
  counter = await openLiveForAll();
});
afterAll(async () => {
  for (const { socket } of opened) socket.terminate();
  await counter.api.close();
});

async function open(options?: Parameters<typeof openRaw>[1]): Promise<Raw> {
  const raw = await openRaw(counter.api.url, options);
  opened.push(raw);
  return raw;
}

async function openOwned(): Promise<Raw> {
  const raw = await openAcknowledged(counter.api.url, counter.owner);
  opened.push(raw);
  return raw;
}

const here = () => ({ location: counter.shop.locationId });

describe("protocol: the socket", () => {
  test.each([
    ["none", []],
    ["another", ["graphql-ws"]],
    ["rubbish", ["x-y"]],
  ])("a client that offers %s of our protocols gets no socket", async (_name, protocols) => {
    const socket = new WebSocket(`${counter.api.url.replace("http", "ws")}/graphql`, protocols);
    const error = await new Promise<Error>((resolve) => socket.once("error", resolve));
    expect(error.message).toContain("400");
  });

  test("ours is chosen among several", async () => {
    const raw = await open({ protocol: ["graphql-ws", "graphql-transport-ws"] });
    expect(raw.socket.protocol).toBe("graphql-transport-ws");
  });

  test("there are sockets at the path of GraphQL only", async () => {
    const socket = new WebSocket(`${counter.api.url.replace("http", "ws")}/other`, "graphql-transport-ws");
    const error = await new Promise<Error>((resolve) => socket.once("error", resolve));
    expect(error.message).toContain("404");
  });

  test("a message over 128 KB closes the socket with 1009", async () => {
    const raw = await open();
    raw.send({ type: "ping", payload: { text: "x".repeat(130 * 1024) } });
    expect((await raw.closed).code).toBe(1009);
  });
});

describe("protocol: connecting", () => {
  test("an init is acknowledged, with and without a payload", async () => {
    for (const payload of [undefined, {}, { authorization: `Bearer ${counter.owner}` }, { authorization: 7 }]) {
      const raw = await open();
      raw.send({ type: "connection_init", ...(payload ? { payload } : {}) });
      expect(await raw.next()).toEqual({ type: "connection_ack" });
    }
  });

  test("a bad token is acknowledged all the same, and each subscription answered: the socket stays open", async () => {
    const raw = await openAcknowledged(counter.api.url, "rubbish");
    opened.push(raw);
    for (const id of ["1", "2"]) {
      raw.send(subscribeFrame(id, SALE_RECORDED, here()));
      const frame = await raw.next();
      expect(frame).toMatchObject({ id, type: "error", payload: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    }
    raw.send({ type: "ping" });
    expect(await raw.next()).toEqual({ type: "pong" });
  });

  test("a second init closes with 4429", async () => {
    const raw = await openOwned();
    raw.send({ type: "connection_init" });
    expect((await raw.closed).code).toBe(4429);
  });

  test("a subscription before the init closes with 4401", async () => {
    const raw = await open();
    raw.send(subscribeFrame("1", SALE_RECORDED, here()));
    expect((await raw.closed).code).toBe(4401);
  });

  test.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no type", "{}"],
    ["an unknown type", { type: "start", id: "1" }],
    ["a subscription without an id", { type: "subscribe", payload: { query: "x" } }],
    ["a subscription without a query", { type: "subscribe", id: "1", payload: {} }],
    ["variables that are no object", { type: "subscribe", id: "1", payload: { query: "x", variables: 7 } }],
    ["what only servers say", { type: "next", id: "1", payload: { data: null } }],
    ["an acknowledgement", { type: "connection_ack" }],
    ["an id that fits into no key", { type: "subscribe", id: "x".repeat(200), payload: { query: "x" } }],
  ])("%s closes with 4400", async (_name, message) => {
    const raw = await openOwned();
    raw.send(message);
    expect((await raw.closed).code).toBe(4400);
  });
});

describe("protocol: messages", () => {
  test("a ping is answered with its payload, before the init too; a pong is not answered", async () => {
    const raw = await open();
    raw.send({ type: "ping" });
    expect(await raw.next()).toEqual({ type: "pong" });
    raw.send({ type: "ping", payload: { its: "own" } });
    expect(await raw.next()).toEqual({ type: "pong", payload: { its: "own" } });
    raw.send({ type: "pong", payload: {} });
    await silence(raw);
  });

  test("an id that is taken closes with 4409; one that was completed is free again", async () => {
    const raw = await openOwned();
    await subscribeRaw(raw, "1", SALE_RECORDED, here());
    raw.send({ type: "complete", id: "1" });
    await subscribeRaw(raw, "1", SALE_RECORDED, here());
    await subscribeRaw(raw, "2", SALE_RECORDED, here());
    raw.send(subscribeFrame("2", SALE_RECORDED, here()));
    expect((await raw.closed).code).toBe(4409);
  });

  test("an id whose subscription was refused is free again", async () => {
    const raw = await openOwned();
    for (let time = 0; time < 2; time++) {
      raw.send(subscribeFrame("1", "subscription {", {}));
      expect(await raw.next()).toMatchObject({ id: "1", type: "error" });
    }
  });

  test("complete: stops events without an echo, and is ignored when the subscription does not exist", async () => {
    const raw = await openOwned();
    await subscribeRaw(raw, "1", SALE_RECORDED, here());
    raw.send({ type: "complete", id: "1" });
    raw.send({ type: "complete", id: "unheard of" });
    raw.send({ type: "ping" });
    expect(await raw.next()).toEqual({ type: "pong" });
    await complete(counter, saleInput(counter));
    await settled(counter);
    await silence(raw);
  });

  test("two subscriptions stand side by side, each under its id", async () => {
    const raw = await openOwned();
    await subscribeRaw(raw, "a", SALE_RECORDED, here());
    await subscribeRaw(raw, "b", SALE_RECORDED, here());
    const { sale } = await complete(counter, saleInput(counter));
    const frames = [await raw.next(), await raw.next()];
    expect(new Set(frames.map(({ id }) => id))).toEqual(new Set(["a", "b"]));
    for (const { payload } of frames) expect(payload.data.saleRecorded.saleId).toBe(sale.id);
  });

  test("one connection has at most a hundred subscriptions", async () => {
    const raw = await openOwned();
    for (let id = 0; id < 100; id++) raw.send(subscribeFrame(String(id), SALE_RECORDED, here()));
    raw.send(subscribeFrame("more", SALE_RECORDED, here()));
    expect(await raw.next()).toMatchObject({ id: "more", payload: [{ extensions: { code: "TOO_COMPLEX" } }] });
  });
});

describe("protocol: documents", () => {
  const many = Array.from({ length: 16 }, (_, index) => `a${index}: cursor`).join(" ");
  test.each([
    ["does not parse", "subscription {", "GRAPHQL_PARSE_FAILED"],
    [
      "asks for a field that is not there",
      "subscription { saleRecorded(locationId: 1) { nothing } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "asks for two fields",
      `subscription { a: saleRecorded(locationId: "x") { cursor } b: saleRecorded(locationId: "x") { cursor } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["is a query", "query { me { kind } }", "NOT_AVAILABLE"],
    ["is a mutation", "mutation { signOut { userErrors { code } } }", "NOT_AVAILABLE"],
    ["has no operation", "fragment F on Sale { id }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "may skip its field",
      `subscription ($s: Boolean!) { saleRecorded(locationId: "x") @skip(if: $s) { cursor } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["skips its field", `subscription { saleRecorded(locationId: "x") @skip(if: true) { cursor } }`, "BAD_REQUEST"],
    ["has too many aliases", `subscription { saleRecorded(locationId: "x") { ${many} } }`, "TOO_COMPLEX"],
    ["is too long", `subscription { saleRecorded(locationId: "x") { ${"cursor ".repeat(1_000)} } }`, "TOO_COMPLEX"],
    [
      "is too deep",
      `subscription { saleRecorded(locationId: "x") { sale { location { ${"a { ".repeat(12)} id ${"} ".repeat(12)} } } } }`,
      "TOO_COMPLEX",
    ],
    [
      "leaves out a variable",
      "subscription ($location: ID!) { saleRecorded(locationId: $location) { cursor } }",
      "BAD_USER_INPUT",
    ],
  ])("a document that %s is answered with an error, and the socket stays", async (_name, query, code) => {
    const raw = await openOwned();
    raw.send({ id: "1", type: "subscribe", payload: { query } });
    const frame = await raw.next();
    expect(frame).toMatchObject({ id: "1", type: "error" });
    expect(frame.payload.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toContain(code);
    raw.send({ type: "ping" });
    expect(await raw.next()).toEqual({ type: "pong" });
  });

  test("of several operations the one named is run", async () => {
    const raw = await openOwned();
    const query = `query Q { __typename } subscription S { saleRecorded(locationId: "${here().location}") { saleId } }`;
    raw.send({ id: "1", type: "subscribe", payload: { query, operationName: "S" } });
    raw.send({ id: "2", type: "subscribe", payload: { query } });
    expect(await raw.next()).toMatchObject({
      id: "2",
      payload: [{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }],
    });
    const { sale } = await complete(counter, saleInput(counter));
    expect(await raw.next()).toEqual({
      id: "1",
      type: "next",
      payload: { data: { saleRecorded: { saleId: sale.id } } },
    });
  });

  test("subscription over HTTP: is refused with the address of the socket", async () => {
    const { errors } = await counter.api.call(SALE_RECORDED, { variables: here(), token: counter.owner });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_AVAILABLE" } }]);
  });
});
