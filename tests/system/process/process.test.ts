import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Credentials } from "@pos/host/demo/demo.ts";
import { afterAll, describe, expect, test } from "vitest";

/** `npm start` as a process: what a person sees who starts, stops, kills and starts it again. */
const root = fileURLToPath(new URL("../../..", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "pos-process-"));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly exited: Promise<number | string>;
}

/** Starts the system and waits until it has printed something. */
async function start(folder: string, until = /Stop with Ctrl\+C/): Promise<Started> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", POS_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let text = "";
  const exited = new Promise<number | string>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "")),
  );
  await new Promise<void>((resolve) => {
    const see = (chunk: Buffer) => {
      text += chunk.toString();
      if (until.test(text)) resolve();
    };
    child.stdout?.on("data", see);
    child.stderr?.on("data", see);
    void exited.then(() => resolve());
  });
  return { child, url: /(http:\/\/[\d.]+:\d+)\/graphql/.exec(text)?.[1] ?? "", output: () => text, exited };
}

async function post(url: string, token: string | undefined, query: string, variables: object = {}) {
  const headers = {
    "content-type": "application/json",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  return (await response.json()) as any;
}

function credentialsOf(folder: string): Credentials {
  return JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")) as Credentials;
}

const SELL =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed userErrors { code } sale { id total { amount } recordedAt } } }";

function saleInput(sequence: number, quantity = "1") {
  const lines = [{ description: "Something open", quantity, unitPrice: "2.50" }];
  const payments = [{ id: systemClock.newId("pay"), method: "CARD", amount: 250 * Number(quantity) }];
  return { id: systemClock.newId("sal"), sequence, occurredAt: systemClock.now(), lines, payments };
}

describe("process", () => {
  const folder = join(home, "shop");
  let operator = "";
  const input = saleInput(1);
  let firstAnswer: unknown;

  test("the first start creates a demo shop, whose credentials only its owner can read and no log has", async () => {
    const host = await start(folder);
    expect(await (await fetch(`${host.url}/health`)).json()).toMatchObject({ status: "ok" });
    const { terminal, operator: person, owner } = credentialsOf(folder);
    expect(host.output()).toContain(join(folder, "credentials.json"));
    for (const secret of [owner.password, terminal.activationCode]) expect(host.output()).not.toContain(secret);
    expect(statSync(join(folder, "credentials.json")).mode & 0o777).toBe(0o600);
    const activated = await post(
      host.url,
      undefined,
      "mutation ($c: String!) { activateTerminal(input: { activationCode: $c }) { token } }",
      { c: terminal.activationCode },
    );
    const signedIn = await post(
      host.url,
      activated.data.activateTerminal.token,
      "mutation ($n: String!, $p: String!) { signInOperator(input: { operatorNumber: $n, pin: $p }) { token } }",
      { n: person.number, p: person.pin },
    );
    operator = signedIn.data.signInOperator.token;
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(host.url, operator, SELL, { input })));
    const payloads = answers.map(({ data }) => data.completeSale);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    firstAnswer = payloads[0].sale;
    for (const { sale, userErrors } of payloads)
      expect({ sale, userErrors }).toEqual({ sale: firstAnswer, userErrors: [] });

    const rival = await start(folder);
    expect(await rival.exited).toBe(1);
    expect(rival.output()).toContain("Another process runs on the data folder");
    expect(rival.output()).not.toMatch(/^\s+at /m);

    host.child.kill("SIGTERM");
    expect(await host.exited).toBe(0);
  });

  test("the next start is ready within five seconds, prints no credentials, and answers the same sale from what is stored", async () => {
    const before = performance.now();
    const host = await start(folder);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(host.output()).not.toContain(credentialsOf(folder).owner.password);
    expect(credentialsOf(folder).url).toBe(host.url);
    const again = await post(host.url, operator, SELL, { input });
    expect(again.data.completeSale).toMatchObject({ replayed: true, sale: firstAnswer });
    const changed = { ...input, payments: [{ ...input.payments[0], amount: 251 }] };
    const conflict = await post(host.url, operator, SELL, { input: changed });
    expect(conflict.data.completeSale).toMatchObject({
      sale: null,
      replayed: false,
      userErrors: [{ code: "ID_CONFLICT" }],
    });
    const exceptions = await post(
      host.url,
      operator,
      "query ($l: ID!) { exceptions(locationId: $l) { nodes { subject code } } }",
      { l: credentialsOf(folder).locationId },
    );
    expect(exceptions.data.exceptions.nodes).toEqual([{ subject: input.id, code: "ID_CONFLICT" }]);
    host.child.kill("SIGINT");
    expect(await host.exited).toBe(0);
  });

  test("a killed process has lost nothing that it acknowledged, and what was not booked is booked", async () => {
    const host = await start(folder);
    const acknowledged: string[] = [];
    const sequences = { next: 2 };
    const sender = async (): Promise<void> => {
      for (;;) {
        const sale = saleInput(sequences.next++);
        const answer = await post(host.url, operator, SELL, { input: sale }).catch(() => undefined);
        if (answer?.data?.completeSale?.sale?.id !== sale.id) return;
        acknowledged.push(sale.id);
      }
    };
    const senders = Array.from({ length: 8 }, sender);
    await new Promise((resolve) => setTimeout(resolve, 400));
    // On a busy machine that is no time at all.
    while (acknowledged.length <= 10) await new Promise((resolve) => setTimeout(resolve, 20));
    host.child.kill("SIGKILL");
    await Promise.all(senders);
    expect(acknowledged.length).toBeGreaterThan(10);

    const next = await start(folder);
    for (const id of acknowledged) {
      const { data } = await post(next.url, operator, "query ($id: ID!) { sale(id: $id) { id } }", { id });
      expect(data.sale.id).toBe(id);
    }
    const listed = new Set<string>();
    const deadline = performance.now() + 10_000;
    while (listed.size < acknowledged.length && performance.now() < deadline) {
      let after: string | null = null;
      do {
        const query =
          "query ($after: String) { sales(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        const { data } = await post(next.url, operator, query, { after });
        for (const { id } of data.sales.nodes) if (acknowledged.includes(id)) listed.add(id);
        after = data.sales.pageInfo.hasNextPage ? data.sales.pageInfo.endCursor : null;
      } while (after !== null);
    }
    expect(listed.size).toBe(acknowledged.length);
    next.child.kill("SIGTERM");
    expect(await next.exited).toBe(0);
  });

  test("a first start that was interrupted is discarded and repeated", async () => {
    const cut = join(home, "cut");
    const first = await start(cut, /demo: \d+ products/);
    first.child.kill("SIGKILL");
    await first.exited;
    expect(() => credentialsOf(cut)).toThrow();
    const second = await start(cut);
    const { terminal } = credentialsOf(second.url === "" ? "" : cut);
    const activated = await post(
      second.url,
      undefined,
      "mutation ($c: String!) { activateTerminal(input: { activationCode: $c }) { token } }",
      { c: terminal.activationCode },
    );
    const { data } = await post(
      second.url,
      activated.data.activateTerminal.token,
      "{ sales(first: 100) { nodes { id } pageInfo { hasNextPage } } }",
    );
    expect(data.sales.nodes).toHaveLength(100);
    second.child.kill("SIGTERM");
    expect(await second.exited).toBe(0);
  });
});
