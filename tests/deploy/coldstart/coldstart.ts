import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { present } from "@pos/core/base/result.ts";
import { endWithOutput } from "../../support/closed-output.ts";
import {
  isRight,
  type Kind,
  kindOf,
  limitsOf,
  RATIO_MAX,
  RATIO_NOISE,
  SALE_CPU_MS_MAX,
  SALE_OF_PUT_MAX,
} from "./limits.ts";
import { type Scene, setScene } from "./scene.ts";

/**
 * Starts every function in new processes, in turn with the bare one of its kind, so that a noisy machine hits both alike. Prints
 * one JSON line a function, and reports on stderr what is above its limit.
 */
const [, , folder = "", scratch = "", ...flags] = process.argv;
const quick = flags.includes("--quick");
const ROUNDS = quick ? 5 : 15;
const SALES = quick ? { warmUp: 300, calls: 400 } : { warmUp: 500, calls: 1_500 };
const BARE: Readonly<Record<Kind, string>> = { api: "bare-api", table: "bare-table" };

interface First {
  readonly wallMs: number;
  readonly importMs: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly answer: unknown;
}

async function main(): Promise<void> {
  const functions = readdirSync(join(folder, "functions"));
  // What the functions log while the scene is set is none of our figures.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const scene = await setScene({
    endpoint: process.env.DYNAMODB_ENDPOINT ?? "",
    rounds: ROUNDS + 1,
    graphql: bundleOf("graphql"),
    book: bundleOf("book"),
  });
  process.stdout.write = write;
  const names = [...Object.values(BARE), ...functions];
  const firsts = await manyFirsts(scene, names);
  const faults: string[] = [];
  for (const name of names) {
    const { line, above } = report(name, firsts);
    console.log(JSON.stringify(line));
    faults.push(...above);
  }
  faults.push(...(await warmSales(scene)));
  for (const fault of faults) console.error(`ABOVE ITS LIMIT: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** By function, one of each round. A round before the first warms the machine's file cache and is not counted. */
async function manyFirsts(scene: Scene, names: readonly string[]): Promise<Map<string, First[]>> {
  const firsts = new Map<string, First[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const first = await oneProcess<First>("first", scene, name, scene.eventOf(name, round));
      if (!isRight(name, first.answer)) throw new Error(`${name} answered ${JSON.stringify(first.answer)}`);
      if (round > 0) firsts.get(name)?.push(first);
    }
  }
  return firsts;
}

function report(name: string, firsts: ReadonlyMap<string, readonly First[]>) {
  const mine = present(firsts.get(name), name);
  const bare = present(firsts.get(BARE[kindOf(name)]), "a bare function");
  const walls = mine.map(({ wallMs }) => wallMs);
  // Of the same round each: what slows the machine down for a while slows both.
  const ratio = median(mine.map(({ wallMs }, round) => wallMs / present(bare[round], "the same round").wallMs));
  const cpuMs = median(mine.map((first) => first.cpuMs));
  const bareCpuMs = median(bare.map((first) => first.cpuMs));
  const code = readFileSync(bundleOf(name));
  const bytes = { bytes: code.length, gzipBytes: gzipSync(code).length };
  const line = {
    function: name,
    ...bytes,
    wallMs: rounded(median(walls)),
    wallMsMin: rounded(Math.min(...walls)),
    wallMsMax: rounded(Math.max(...walls)),
    importMs: rounded(median(mine.map(({ importMs }) => importMs))),
    cpuMs: rounded(cpuMs),
    rssMb: rounded(median(mine.map(({ rssMb }) => rssMb))),
    ofBare: rounded(ratio, 2),
    cpuOfBare: rounded(cpuMs / bareCpuMs, 2),
    processes: ROUNDS,
    node: process.version,
  };
  const limits = limitsOf(name);
  const above: string[] = [];
  if (limits === undefined) return { line, above };
  if (bytes.bytes > limits.bytes) above.push(`${name} has ${bytes.bytes} bytes, at most ${limits.bytes}`);
  // Where others are at work the clock counts their work too: the quickest process, and what the bare one took, say whose it is.
  const isSlow =
    line.wallMs > limits.wallMs &&
    line.wallMsMin > limits.wallMs &&
    Math.min(line.ofBare, line.cpuOfBare) > RATIO_MAX + RATIO_NOISE;
  if (isSlow) {
    above.push(
      `${name} answers first after ${line.wallMs} ms, ${line.ofBare} times the bare one: at most ${limits.wallMs} ms, or ${RATIO_MAX} times (and ${RATIO_NOISE} for noise)`,
    );
  }
  return { line, above };
}

/** What a sale costs when all is warm, and beside it what the client alone costs for one item put. */
async function warmSales(scene: Scene): Promise<string[]> {
  const rounds = quick ? 1 : 3;
  const sales: Warm[] = [];
  const puts: Warm[] = [];
  for (let round = 0; round < rounds; round++) {
    const count = SALES.warmUp + SALES.calls;
    sales.push(await oneProcess<Warm>("warm", scene, "graphql", scene.sales(count), [String(SALES.warmUp)]));
    const body = "x".repeat(900);
    const items = Array.from({ length: count }, (_, index) => ({
      put: { pk: `put-${round}-${index}`, sk: "x", body },
    }));
    puts.push(await oneProcess<Warm>("warm", scene, "bare-table", items, [String(SALES.warmUp)]));
  }
  for (const { answers } of sales) {
    const wrong = answers.find((answer) => !/"replayed":false,"userErrors":\[\],"sale":\{"id"/.test(String(answer)));
    if (wrong !== undefined) throw new Error(`A sale was answered ${wrong}`);
  }
  const cpuMs = median(sales.map((each) => each.cpuMs));
  const putCpuMs = median(puts.map((each) => each.cpuMs));
  const tableCalls = median(sales.map((each) => each.tableCalls));
  console.log(
    JSON.stringify({
      warm: "completeSale",
      cpuMs: rounded(cpuMs, 3),
      // The rest is the kernel's: here it also carries to the table's own process what a network would.
      userMs: rounded(median(sales.map((each) => each.userMs)), 3),
      wallMs: rounded(median(sales.map((each) => each.wallMs)), 3),
      tableCalls,
      barePutCpuMs: rounded(putCpuMs, 3),
      ofBarePut: rounded(cpuMs / putCpuMs, 2),
      calls: SALES.calls,
      processes: rounds,
      node: process.version,
    }),
  );
  return cpuMs > SALE_CPU_MS_MAX && cpuMs / putCpuMs > SALE_OF_PUT_MAX
    ? [
        `a warm sale costs ${rounded(cpuMs, 3)} ms of CPU, ${rounded(cpuMs / putCpuMs, 2)} times a bare put: at most ${SALE_CPU_MS_MAX} ms, or ${SALE_OF_PUT_MAX} times`,
      ]
    : [];
}

interface Warm {
  readonly cpuMs: number;
  readonly userMs: number;
  readonly wallMs: number;
  readonly tableCalls: number;
  readonly answers: readonly unknown[];
}

function bundleOf(name: string): string {
  return join(folder, name.startsWith("bare-") ? "bare" : "functions", name, "index.mjs");
}

/** In the surroundings that the deployment gives a function, and nothing else of this process's. */
async function oneProcess<Figures>(
  program: "first" | "warm",
  scene: Scene,
  name: string,
  event: object,
  parameters: readonly string[] = [],
): Promise<Figures> {
  const eventFile = join(scratch, "event.json");
  writeFileSync(eventFile, JSON.stringify(event));
  const script = join(folder, "..", `${program}.mjs`);
  const bundle = pathToFileURL(bundleOf(name)).href;
  const { stdout } = await promisify(execFile)(process.execPath, [script, bundle, eventFile, ...parameters], {
    env: { ...scene.environmentOf(name), PATH: process.env.PATH },
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return present(sorted[Math.floor(sorted.length / 2)], "a value");
}

function rounded(value: number, places = 1): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

endWithOutput();
await main();
