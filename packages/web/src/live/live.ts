import { type Client, createClient } from "graphql-ws";
import { now as instant } from "../clock.ts";
import { createBackoff } from "./backoff.ts";
import { type Follower, type Following, follow, type Handlers } from "./follower.ts";

/** One connection for all that a screen listens to; it comes back by itself, and what listens resumes where it was. */
export interface Live {
  /**
   * Calls back once for each event, in order, however often the connection breaks. The document takes `$after` and asks for
   * `cursor` and, where there is one, `previous`.
   */
  readonly subscribeFrom: <Data>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    from: { readonly after?: string | null | undefined },
    handlers: Handlers<Data>,
  ) => Following;
  readonly connection: () => Connection;
  /** Calls back whenever the connection's state changes. Answers the way to stop. */
  readonly watch: (listener: (connection: Connection) => void) => () => void;
  /** Ends everything. */
  readonly close: () => Promise<void>;
}

export interface Connection {
  readonly state: "connecting" | "online" | "offline";
  /** An instant. */
  readonly since: string;
}

export type LiveOptions = Who & {
  /** ws:// or wss://, with the path of GraphQL. */
  readonly url: string;
  /** Whether the connection waits for the first subscription and ends with the last. Default: it stays open. */
  readonly lazy?: boolean;
  /** For platforms without one of their own. */
  readonly webSocketImpl?: unknown;
  /** A gateway ends what is idle for ten minutes. */
  readonly keepAliveMilliseconds?: number;
  /** How long the answer to a ping may take. */
  readonly pongMilliseconds?: number;
};

/** Called for each connection, so that the value may change. */
type Who =
  | { readonly token: string | (() => string | undefined | Promise<string | undefined>); readonly cookie?: never }
  /** The session is in a cookie that scripts do not see; the page comes from the server's own origin. */
  | { readonly cookie: true; readonly token?: never };

const KEEP_ALIVE_MILLISECONDS = 240_000;
/** A ping that is not answered in this time: the network has gone without a word. */
const PONG_MILLISECONDS = 15_000;

export function createLive(options: LiveOptions): Live {
  const { url, lazy = false, webSocketImpl } = options;
  const { keepAliveMilliseconds = KEEP_ALIVE_MILLISECONDS, pongMilliseconds = PONG_MILLISECONDS } = options;
  const backoff = createBackoff({ now: () => performance.now(), random });
  const followers = new Set<Follower>();
  const state = createState();
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let wake = () => {};

  const over = () => {
    clearTimeout(pongTimer);
    backoff.over();
    // Without anybody to listen it ended as it should.
    state.set(lazy && followers.size === 0 ? "connecting" : "offline");
  };
  const client: Client = createClient({
    // The one place where a connection waits: the client itself does not before it comes back from a normal close.
    url: async () => {
      const milliseconds = isClosed ? 0 : backoff.before();
      if (milliseconds > 0)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      return url;
    },
    connectionParams: () => paramsOf(options),
    lazy,
    keepAlive: keepAliveMilliseconds,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async () => {},
    // Only a close that a retry cannot fix ends it; followers open it again when they retry.
    onNonLazyError: () => {},
    ...(webSocketImpl === undefined ? {} : { webSocketImpl }),
    on: {
      connected: () => {
        backoff.connected();
        state.set("online");
        for (const follower of followers) follower.connected();
      },
      closed: over,
      error: over,
      ping: (isReceived) => {
        if (isReceived) return;
        clearTimeout(pongTimer);
        pongTimer = setTimeout(() => client.terminate(), pongMilliseconds);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(pongTimer);
      },
    },
  });
  return {
    subscribeFrom(document, variables, { after }, handlers) {
      const follower = follow(client, { document, variables, after: after ?? undefined }, handlers);
      followers.add(follower);
      return {
        cursor: follower.cursor,
        stop() {
          followers.delete(follower);
          follower.stop();
        },
      };
    },
    connection: state.get,
    watch: state.watch,
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(pongTimer);
      for (const follower of followers) follower.stop();
      followers.clear();
      wake();
      // It waits for a connection that is on its way; one that does not come needs no end.
      await Promise.resolve(client.dispose()).catch(() => {});
    },
  };
}

function createState() {
  let connection: Connection = { state: "connecting", since: instant() };
  const listeners = new Set<(connection: Connection) => void>();
  return {
    get: () => connection,
    set(state: Connection["state"]) {
      if (state === connection.state) return;
      connection = { state, since: instant() };
      for (const listener of [...listeners]) listener(connection);
    },
    watch(listener: (connection: Connection) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

async function paramsOf({ token, cookie }: LiveOptions): Promise<Record<string, unknown>> {
  if (cookie) return { "x-session": "cookie" };
  const text = typeof token === "function" ? await token() : token;
  return text === undefined ? {} : { authorization: `Bearer ${text}` };
}

function random(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value / 2 ** 32;
}
