import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { WebSocket } from "ws";
import type { Attack } from "../attack.ts";
import { newId } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { flood, pause, unless } from "../pace.ts";
import { signIn } from "../shop.ts";
import { at, parsed, type Wire } from "../wire.ts";

/** Connections that cost the attacker nothing. */

const AT_ONCE = 200;
/** A host that closes what is not initialised does so after seconds. */
const CLOSED_WITHIN_MILLISECONDS = 14_000;
const WELCOME_MILLISECONDS = 2_000;

export const idleSockets: Attack = {
  id: "A11",
  about: "thousands of WebSockets without connection_init",
  isQuick: true,
  async run({ shop, wire, honest, extent }) {
    const opened = await open(wire, extent.sockets, () => handshake(wire.url, { key: true }));
    const welcome = await subscribeOnce(honest, shop.owner.token);
    const deadline = performance.now() + CLOSED_WITHIN_MILLISECONDS;
    const left = () => opened.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
    while (left() > LIMITS.socketsLeft && performance.now() < deadline) await pause(250);
    const remaining = left();
    for (const socket of opened) socket.destroy();
    return {
      figures: { opened: opened.length, remaining, welcome: Math.round(welcome ?? -1) },
      wrong: [
        ...unless(welcome !== undefined, "a legitimate socket was not acknowledged"),
        ...unless(remaining <= LIMITS.socketsLeft, `${remaining} sockets stay`),
      ],
    };
  },
};

const REFUSED = 300;
const REFUSED_MILLISECONDS = 2_500;

export const refusedUpgrades: Attack = {
  id: "A12",
  about: "refused upgrades whose client never closes",
  isQuick: true,
  async run({ wire }) {
    const opened = await open(wire, REFUSED, () => handshake(wire.url, { key: true, path: "/nope" }));
    await pause(REFUSED_MILLISECONDS);
    // The host's end is closed when writing to it is answered by a reset.
    for (const socket of opened) socket.write("x");
    await pause(300);
    for (const socket of opened) if (!socket.destroyed) socket.write("x");
    await pause(300);
    const remaining = opened.filter((socket) => !socket.destroyed).length;
    for (const socket of opened) socket.destroy();
    return {
      figures: { opened: opened.length, remaining },
      wrong: unless(remaining <= LIMITS.refusedLeft, `${remaining} refused connections stay open`),
    };
  },
};

export const badHandshakes: Attack = {
  id: "A20",
  about: "handshakes without a key",
  isQuick: true,
  async run({ wire, extent }) {
    let done = 0;
    for (let count = 0; count < extent.badHandshakes; count += AT_ONCE) {
      const sockets = await open(wire, AT_ONCE, () => handshake(wire.url, { key: false }));
      done += sockets.length;
      await pause(20);
      for (const socket of sockets) socket.destroy();
    }
    return { figures: { handshakes: done }, wrong: [] };
  },
};

async function open(wire: Wire, count: number, text: () => string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      const socket = await wire.socket();
      if (socket === undefined) continue;
      socket.on("error", () => socket.destroy());
      socket.resume();
      socket.write(text());
      sockets.push(socket);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return sockets;
}

function handshake(url: string, { key, path = "/graphql" }: { readonly key: boolean; readonly path?: string }): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Protocol: graphql-transport-ws",
    ...(key ? [`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** @returns milliseconds until a legitimate client is acknowledged; undefined if it is not */
async function subscribeOnce(wire: Wire, token: string): Promise<number | undefined> {
  const started = performance.now();
  const socket = await listen(wire, token, () => {});
  socket?.terminate();
  return socket && performance.now() - started;
}

/** @returns undefined when the host does not acknowledge in time */
function listen(wire: Wire, token: string, onMessage: (message: unknown) => void): Promise<WebSocket | undefined> {
  const socket = new WebSocket(`${wire.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      socket.terminate();
      resolve(undefined);
    }, WELCOME_MILLISECONDS);
    socket.on("error", () => {});
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${token}` } })),
    );
    socket.on("message", (data: Buffer) => {
      const message = parsed(data.toString());
      if (at(message, "type") === "connection_ack") {
        clearTimeout(timer);
        resolve(socket);
      } else onMessage(message);
    });
  });
}

const LONG_TEXT = "Did you mean ?x".repeat(7_000);
const SOCKET_MILLISECONDS = 1_500;

export const longMessages: Attack = {
  id: "A26s",
  about: "messages of 100,000 characters over WebSockets, without a token",
  isQuick: true,
  async run({ wire, extent }) {
    const messages = [
      { type: "connection_init", payload: { authorization: `Bearer ${LONG_TEXT}` } },
      { type: "ping", payload: { text: LONG_TEXT } },
      { type: "subscribe", id: LONG_TEXT, payload: { query: "{ __typename }" } },
      { type: "subscribe", id: "1", payload: { query: `subscription { ${LONG_TEXT.replaceAll(/\W/g, "a")} }` } },
      {
        type: "subscribe",
        id: "2",
        payload: {
          query: "subscription ($v: ID!, $i: Int!) { entriesBooked(locationId: $v, after: $i) { cursor } }",
          variables: { v: LONG_TEXT, i: LONG_TEXT },
        },
      },
      { type: LONG_TEXT },
    ].map((message) => JSON.stringify(message));
    const opened = await flood(extent.floodMilliseconds, 4, (count) => sendOver(wire, messages, count));
    return { figures: { sockets: opened }, wrong: [] };
  },
};

/** One message over a socket of its own; the first is itself an initialisation. */
function sendOver(wire: Wire, messages: readonly string[], count: number): Promise<void> {
  const socket = new WebSocket(`${wire.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const message = messages[count % messages.length] ?? "";
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), SOCKET_MILLISECONDS);
    let answers = 0;
    socket.on("error", () => {});
    socket.on("open", () => {
      const isFirst = count % messages.length === 0;
      if (!isFirst) socket.send(JSON.stringify({ type: "connection_init" }));
      socket.send(message);
    });
    socket.on("message", () => {
      if (++answers === 2) socket.terminate();
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const SIGNED_OUT_MILLISECONDS = 3_000;

export const signedOut: Attack = {
  id: "A22",
  about: "a subscription after its session was signed out",
  isQuick: false,
  async run({ shop, wire, honest }) {
    const token = await signIn(honest, shop.manager);
    let signedOutAt = Number.POSITIVE_INFINITY;
    let [before, after] = [0, 0];
    const socket = await listen(wire, token, (message) => {
      if (at(message, "type") !== "next") return;
      if (performance.now() > signedOutAt + 1_000) after++;
      else before++;
    });
    const query = "subscription ($id: ID!) { saleRecorded(locationId: $id) { saleId sale { total { amount } } } }";
    const payload = { query, variables: { id: shop.locationId } };
    socket?.send(JSON.stringify({ id: newId("ses"), type: "subscribe", payload }));
    const deadline = performance.now() + SIGNED_OUT_MILLISECONDS;
    while (before === 0 && performance.now() < deadline) await pause(50);
    await honest.must("mutation { signOut { userErrors { code } } }", {}, { token });
    signedOutAt = performance.now();
    await pause(SIGNED_OUT_MILLISECONDS);
    socket?.terminate();
    return {
      figures: { before, after },
      wrong: [
        ...unless(before > 0, "there was no event before the sign-out"),
        ...unless(after <= LIMITS.eventsAfterSignOut, `${after} events came after it`),
      ],
    };
  },
};
