import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SignUp, signUp } from "@pos/functions/api/sign-up.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { openSystem } from "@pos/host/single/system.ts";
import { startHost } from "@pos/host/start-host.ts";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { openMailServer } from "../../deploy/lambda/mail-server.ts";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import type { Answer, System } from "./system.ts";

/** The host on one machine: HTTP, real sockets, a data folder, and a mail server beside it. */
export async function openLocal(account: SignUp): Promise<System> {
  const dataFolder = mkdtempSync(join(tmpdir(), "pos-scenario-"));
  const mailServer = await openMailServer();
  const environment = {
    ...{ PORT: "0", POS_DATA_DIR: dataFolder },
    ...{ SMTP_URL: mailServer.url, MAIL_FROM: "The Shop <reports@shop.example>" },
  };
  const settings = readSettings({ onLambda: false, environment });
  const log = () => {};
  const before = await openSystem({ settings, clock: systemClock, log });
  done(await signUp(before.table, systemClock, account));
  await before.close();
  const host = await startHost({ settings, clock: systemClock, log, progress: () => {} });
  return {
    async call(query, { variables, token } = {}) {
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(`${host.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async subscribe(query, variables, token) {
      const events: Data[] = [];
      const client = createClient({
        url: `${host.url.replace("http", "ws")}/graphql`,
        webSocketImpl: WebSocket,
        lazy: false,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
        onNonLazyError: () => {},
      });
      const refused = (error: unknown) => void events.push({ errors: error });
      client.subscribe(
        { query, variables: { ...variables } },
        { next: ({ data }) => void events.push(data), error: refused, complete: () => {} },
      );
      await connected(client);
      return { events, end: async () => client.dispose() };
    },
    settle: () => host.caughtUp(),
    mails: () => mailServer.mails,
    async stop() {
      await host.close();
      await mailServer.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A second ping comes back behind the answer to whatever was sent before it. */
function connected(client: ReturnType<typeof createClient>): Promise<void> {
  return new Promise((resolve) => {
    client.on("message", ({ type }) => {
      if (type === "pong") resolve();
    });
    client.on("connected", (socket) => {
      // The messages of one connection are taken one after the other.
      setTimeout(() => (socket as WebSocket).send('{"type":"ping"}'), 0);
    });
  });
}
