import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Credentials } from "@pos/host/demo/demo.ts";
import { afterAll } from "vitest";
import { sharedHost } from "./shared.ts";

/** The system as processes: the host that `npm start` runs, and commands as a user types them. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const running = new Set<ChildProcess>();

/** A folder for a file's tests; it goes with whatever still runs when they are done. */
export function homeOf(name: string): string {
  const home = mkdtempSync(join(tmpdir(), `pos-${name}-`));
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}

export interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly exited: Promise<number | string>;
}

type Environment = Readonly<Record<string, string>>;

function started(
  words: readonly string[],
  environment: Environment,
  cwd = root,
): { child: ChildProcess; exited: Promise<number | string> } {
  const [program = "", ...parameters] = words;
  const child = spawn(program, parameters, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const exited = new Promise<number | string>((resolve) =>
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? "");
    }),
  );
  return { child, exited };
}

/** Starts the host and waits until it serves, or has ended. */
export async function startHost(folder: string, environment: Environment = {}): Promise<Started> {
  const { child, exited } = started([process.execPath, "--enable-source-maps", await sharedHost()], {
    ...{ PORT: "0", HOST: "127.0.0.1", POS_DATA_DIR: folder },
    ...environment,
  });
  let text = "";
  await new Promise<void>((resolve) => {
    const see = (chunk: Buffer) => {
      text += chunk.toString();
      if (/Stop with Ctrl\+C/.test(text)) resolve();
    };
    child.stdout?.on("data", see);
    child.stderr?.on("data", see);
    void exited.then(() => resolve());
  });
  return { child, url: /(https?:\/\/[\d.]+:\d+)\/graphql/.exec(text)?.[1] ?? "", output: () => text, exited };
}

export async function stopHost({ child, exited }: Started): Promise<number | string> {
  child.kill("SIGTERM");
  return exited;
}

export interface Ran {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ran: Promise<Ran>;
}

/** Types a command: `pos(folder, "verify")`. */
export function startCommand(folder: string, ...words: readonly string[]): Running {
  return startWords(folder, [process.execPath, "scripts/pos.mjs", ...words]);
}

export function startWords(folder: string, words: readonly string[], cwd = root): Running {
  const { child, exited } = started(words, { POS_DATA_DIR: folder }, cwd);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return { child, ran: exited.then((code) => ({ code, stdout, stderr })) };
}

export function pos(folder: string, ...words: readonly string[]): Promise<Ran> {
  return startCommand(folder, ...words).ran;
}

export function lastLineOf(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

export async function post(url: string, token: string | undefined, query: string, variables: object = {}) {
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

export function credentialsOf(folder: string): Credentials {
  return JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")) as Credentials;
}

export async function signInOwner(url: string, { owner }: Pick<Credentials, "owner">): Promise<string> {
  const { data } = await post(
    url,
    undefined,
    "mutation ($e: String!, $p: String!) { signIn(input: { email: $e, password: $p }) { token } }",
    { e: owner.email, p: owner.password },
  );
  return data.signIn.token;
}

/** A terminal by its activation code; answers its token. */
export async function activate(url: string, activationCode: string): Promise<string> {
  const { data } = await post(
    url,
    undefined,
    "mutation ($c: String!) { activateTerminal(input: { activationCode: $c }) { token } }",
    { c: activationCode },
  );
  return data.activateTerminal.token;
}

export async function signInOperator(url: string, terminal: string, { operator }: Credentials): Promise<string> {
  const { data } = await post(
    url,
    terminal,
    "mutation ($n: String!, $p: String!) { signInOperator(input: { operatorNumber: $n, pin: $p }) { token } }",
    { n: operator.number, p: operator.pin },
  );
  return data.signInOperator.token;
}

export const SELL =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed epoch userErrors { code } sale { id total { amount } } } }";

/** A sale of something open, by card. */
export function saleInput(sequence: number, pence = 250) {
  const lines = [{ description: "Something open", quantity: "1", unitPrice: (pence / 100).toFixed(2) }];
  const payments = [{ id: systemClock.newId("pay"), method: "CARD", amount: pence }];
  return { id: systemClock.newId("sal"), sequence, occurredAt: systemClock.now(), lines, payments };
}
