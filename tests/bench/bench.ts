import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { ulid } from "../../packages/core/src/base/id.ts";

/**
 * Sales per second and CPU seconds of the host for 1,000 three-line sales with their booking, by sales in flight. One JSON
 * line a case. Times are noisy from machine to machine; CPU seconds less so.
 */
interface Ready {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly variants: readonly { readonly id: string; readonly unitPrice: string }[];
  readonly now: string;
}

const MUTATION =
  "mutation Sell($input: CompleteSaleInput!) { completeSale(input: $input) { replayed userErrors { code } sale { id total { amount } } } }";

async function main(): Promise<void> {
  const server = fork(new URL("./server.mjs", import.meta.url), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: process.execArgv,
  });
  const ready = (await answer(server)) as Ready;
  const sequences = ready.tokens.map(() => 0);
  const quick = process.argv.includes("--quick");
  await sell(ready, sequences, { count: quick ? 300 : 2_000, inFlight: 32, lines: 3 });
  for (const inFlight of [1, 8, 32]) {
    const count = quick ? 500 : inFlight === 1 ? 2_000 : 8_000;
    await ask(server, "caughtUp");
    const before = (await ask(server, "cpu")) as Usage;
    const started = performance.now();
    const latencies = await sell(ready, sequences, { count, inFlight, lines: 3 });
    const seconds = (performance.now() - started) / 1000;
    await ask(server, "caughtUp");
    const bookedSeconds = (performance.now() - started) / 1000;
    const after = (await ask(server, "cpu")) as Usage;
    const cpu = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6;
    latencies.sort((a, b) => a - b);
    const at = (share: number) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(2));
    const figures = {
      case: "sale",
      lines: 3,
      inFlight,
      sales: count,
      salesPerSecond: Math.round(count / seconds),
      bookedPerSecond: Math.round(count / bookedSeconds),
      p50Milliseconds: at(0.5),
      p99Milliseconds: at(0.99),
      cpuSecondsPer1000: Number(((cpu / count) * 1000).toFixed(3)),
      peakMegabytes: Math.round(after.rss / 1e6),
    };
    console.log(JSON.stringify(figures));
  }
  server.send("stop");
}

interface Usage {
  readonly cpu: NodeJS.CpuUsage;
  readonly rss: number;
}

function answer(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => server.once("message", resolve));
}

function ask(server: ChildProcess, question: string): Promise<unknown> {
  const answered = answer(server);
  server.send(question);
  return answered;
}

interface Load {
  readonly count: number;
  readonly inFlight: number;
  readonly lines: number;
}

/** Each sender keeps one sale on its way, as a terminal does. Answers with each sale's milliseconds. */
async function sell(ready: Ready, sequences: number[], { count, inFlight, lines }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const latencies: number[] = [];
  let left = count;
  const sender = async (terminal: number): Promise<void> => {
    while (left-- > 0) {
      const body = sale(ready, terminal, sequences, lines);
      const started = performance.now();
      await post(agent, ready, terminal, body);
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => sender(index)));
  agent.destroy();
  return latencies;
}

function sale(ready: Ready, terminal: number, sequences: number[], lineCount: number): string {
  const sequence = (sequences[terminal] ?? 0) + 1;
  sequences[terminal] = sequence;
  let total = 0;
  const lines = Array.from({ length: lineCount }, () => {
    const variant = ready.variants[Math.floor(Math.random() * ready.variants.length)];
    const quantity = 1 + Math.floor(Math.random() * 3);
    total += Math.round(Number(variant?.unitPrice) * quantity * 100 + 1e-9);
    return { variant: { id: variant?.id }, quantity: String(quantity), unitPrice: variant?.unitPrice };
  });
  const id = (prefix: string) => `${prefix}_${ulid(Date.now(), randomBytes(10))}`;
  const payments = [{ id: id("pay"), method: "CASH", amount: total, tendered: total }];
  const input = { id: id("sal"), sequence, occurredAt: ready.now, lines, payments, expectedTotal: total };
  return JSON.stringify({ query: MUTATION, variables: { input } });
}

function post(agent: Agent, { url, tokens }: Ready, terminal: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${tokens[terminal] ?? ""}`,
      "content-length": Buffer.byteLength(body),
    };
    const sent = request(`${url}/graphql`, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        if (/"userErrors":\[\]/.test(text) && /"sale":\{/.test(text)) resolve();
        else reject(new Error(`A sale was not recorded: ${text.slice(0, 500)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

await main();
