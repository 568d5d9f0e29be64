import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { present } from "@pos/core/base/result.ts";
import { type BusyShop, busyShop, type Units } from "../support/busy.ts";
import { endWithOutput } from "../support/closed-output.ts";
import { type Load, type Sequences, sell } from "./load.ts";
import { type Subject, startSubject } from "./subject.ts";
import { watch } from "./watch.ts";

/**
 * What a sale costs: sales a second, milliseconds, CPU seconds with booking, memory, units. One JSON line a case; progress goes
 * to stderr. What the host is compared with runs in the same minutes in turn with it, so that a noisy machine hits all alike.
 */
const quick = process.argv.includes("--quick");
/** Only the case after `--only`: watched. */
const onlyWatched = process.argv.includes("--only") && process.argv.includes("watched");
/** The program to compare with, of another checkout whose bench was run: what `watched` is measured against then, unwatched. */
const against = process.argv.includes("--against")
  ? join(present(process.argv[process.argv.indexOf("--against") + 1], "a folder"), "tests/bench/dist/server.mjs")
  : undefined;

interface Case {
  readonly name: string;
  readonly inFlight: number;
  readonly lines: number;
  /** Sales of each subject in each round. */
  readonly count: number;
  readonly rounds: number;
}

async function main(): Promise<void> {
  if (onlyWatched) return watchedCases();
  await unitCases();
  progress("starting the host, the floor and the prototype");
  const [host, floor, prototype] = [
    await startSubject("server"),
    await startSubject("floor"),
    await startSubject("prototype"),
  ];
  const bench: Bench = { host, floor, prototype, sequences: new Map() };
  const subjects = [host, floor, prototype];
  await warmUp(subjects, bench.sequences);
  await allCases(bench);
  for (const subject of subjects) await subject.stop();
  await watchedCases();
}

async function warmUp(subjects: readonly Subject[], sequences: Sequences): Promise<void> {
  progress("warming up");
  for (const subject of subjects) {
    await sell(subject.ready.warmUp, sequences, { count: quick ? 600 : 3_000, inFlight: 32, lines: 3 });
    await subject.ask({ ask: "caughtUp" });
  }
}

async function allCases(bench: Bench): Promise<void> {
  await growthCases(bench);
  for (const inFlight of [1, 8, 32]) {
    const count = quick ? (inFlight === 1 ? 150 : 500) : inFlight === 1 ? 400 : 2_000;
    await run(bench, { name: "sale", inFlight, lines: 3, count, rounds: quick ? 2 : 6 });
  }
  for (const lines of quick ? [30] : [1, 30, 300]) {
    const count = quick ? 60 : lines === 1 ? 2_000 : lines === 30 ? 600 : 80;
    await run({ ...bench, prototype: undefined }, { name: "lines", inFlight: 8, lines, count, rounds: quick ? 1 : 3 });
  }
}

interface Bench {
  readonly host: Subject;
  readonly floor: Subject;
  /** It books what fits into one transaction only. */
  readonly prototype: Subject | undefined;
  readonly sequences: Sequences;
}

/** The same sales into a table that holds more and more: what costs more then grows with the shop's age. */
async function growthCases(bench: Bench): Promise<void> {
  let first: Figures | undefined;
  for (const stored of quick ? [0, 1_000] : [0, 10_000, 100_000]) {
    progress(`filling the table up to ${stored} sales`);
    await bench.host.ask({ ask: "fill", stored });
    const load = { inFlight: 32, lines: 3, count: quick ? 400 : 2_000, rounds: quick ? 1 : 4 };
    const figures = await measure(bench, { name: "growth", ...load });
    first ??= figures.host;
    const growth = rounded(figures.host.cpuSecondsPer1000 / first.cpuSecondsPer1000, 2);
    say({ case: "growth", stored, ...described(load, figures), cpuOfEmpty: growth });
  }
}

/** The hosts of the case `watched`, in the order in which they are started first. */
const HOSTS = ["watched", "alone", ...(against === undefined ? [] : (["before"] as const))] as const;
type HostName = (typeof HOSTS)[number];

/** The slices of each host, and how often the page asked. */
interface Taken {
  readonly slices: { readonly [host in HostName]: Slice[] };
  asked: number;
}

/**
 * The same sales in turn at two hosts: one has a start page of the dashboard that stays open and live, the other has none. With
 * `--against` at a third, the host of another checkout, that has none either. What is started first costs up to 6 % more
 * than what is started last, whatever it is: so then each is started at each place once.
 */
async function watchedCases(): Promise<void> {
  const loads = (quick ? [8] : [1, 8, 32]).map((inFlight) => ({
    ...{ inFlight, lines: 3, count: quick ? 500 : inFlight === 1 ? 400 : 1_600 },
    taken: { slices: { watched: [], alone: [], before: [] }, asked: 0 } satisfies Taken as Taken,
  }));
  for (let set = 0; set < (against === undefined ? 1 : HOSTS.length); set++) {
    progress("starting a host that is watched and one that is not");
    const subjects = new Map<HostName, Subject>();
    for (let place = 0; place < HOSTS.length; place++) {
      const name = present(HOSTS[(set + place) % HOSTS.length], "a host");
      subjects.set(name, await startSubject("server", name === "before" ? pathToFileURL(against ?? "") : undefined));
    }
    const sequences: Sequences = new Map();
    await warmUp([...subjects.values()], sequences);
    for (const { taken, ...load } of loads) await takeSlices(subjects, sequences, load, taken);
    for (const subject of subjects.values()) await subject.stop();
  }
  for (const { taken, ...load } of loads) sayWatched(load, taken);
}

async function takeSlices(
  subjects: ReadonlyMap<HostName, Subject>,
  sequences: Sequences,
  load: Load,
  taken: Taken,
): Promise<void> {
  progress(`watched: a dashboard is open and live, ${load.inFlight} in flight`);
  const watched = present(subjects.get("watched"), "the host that is watched");
  const watching = watch(watched.ready.url, present(watched.ready.watcher, "who looks at the dashboard"));
  // What a page asks for when it opens is not what it costs while it is open.
  for (const subject of subjects.values()) await sell(subject.ready, sequences, { ...load, count: 64 });
  while (!watching.hasShown()) await sell(watched.ready, sequences, { ...load, count: 8 });
  const atFirst = watching.asked();
  const inTurn = [...subjects];
  for (let round = 0; round < (quick ? 2 : 6); round++) {
    // None is always the first.
    for (let turn = 0; turn < inTurn.length; turn++) {
      const [name, subject] = present(inTurn[(round + turn) % inTurn.length], "whose turn it is");
      taken.slices[name].push(await slice(subject, sequences, load));
    }
  }
  const asked = watching.asked() - atFirst;
  await watching.close();
  if (asked === 0) throw new Error("The dashboard that watches was told of no sale");
  taken.asked += asked;
}

function sayWatched({ lines, inFlight }: Load, { slices, asked }: Taken): void {
  say({
    ...{ case: "watched", lines, inFlight, ...figures(slices.watched), asked },
    ofUnwatched: medianRatios(slices.watched, slices.alone),
    unwatched: short(figures(slices.alone)),
    ...(against === undefined ? {} : comparedWith(slices.before, { ofWatched: slices.watched, ofAlone: slices.alone })),
  });
}

function comparedWith(before: readonly Slice[], now: { readonly ofWatched: Slice[]; readonly ofAlone: Slice[] }) {
  return {
    ofBefore: medianRatios(now.ofWatched, before),
    unwatchedOfBefore: medianRatios(now.ofAlone, before),
    before: short(figures(before)),
  };
}

/** Round by round, since what else a machine does hits those of one round alike. */
function medianRatios(these: readonly Slice[], those: readonly Slice[]) {
  const pairs = these.map((one, round) => [figures([one]), figures([present(those[round], "a round")])] as const);
  const median = (of: (one: Figures) => number) => {
    const ratios = pairs.map(([one, other]) => of(one) / of(other)).sort((a, b) => a - b);
    const middle = (ratios.length - 1) / 2;
    return rounded(((ratios[Math.floor(middle)] ?? 0) + (ratios[Math.ceil(middle)] ?? 0)) / 2, 2);
  };
  return {
    salesPerSecond: median((one) => one.salesPerSecond),
    cpu: median((one) => one.cpuSecondsPer1000),
    p50: median((one) => one.p50Milliseconds),
    p99: median((one) => one.p99Milliseconds),
  };
}

async function run(bench: Bench, plan: Case): Promise<void> {
  say({ case: plan.name, ...described(plan, await measure(bench, plan)) });
}

interface Figures {
  readonly sales: number;
  readonly salesPerSecond: number;
  readonly bookedPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly cpuSecondsPer1000: number;
  readonly peakMegabytes: number;
  readonly heapMegabytes: number;
}

interface Compared {
  readonly host: Figures;
  readonly floor: Figures;
  readonly prototype: Figures | undefined;
}

async function measure(bench: Bench, plan: Case): Promise<Compared> {
  progress(`${plan.name}: ${plan.lines} lines, ${plan.inFlight} in flight`);
  const subjects = [bench.host, bench.floor, ...(bench.prototype ? [bench.prototype] : [])];
  const slices = new Map<Subject, Slice[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < plan.rounds; round++) {
    for (const subject of subjects) slices.get(subject)?.push(await slice(subject, bench.sequences, plan));
  }
  const figuresOf = (subject: Subject) => figures(slices.get(subject) ?? []);
  return {
    host: figuresOf(bench.host),
    floor: figuresOf(bench.floor),
    prototype: bench.prototype && figuresOf(bench.prototype),
  };
}

interface Slice {
  readonly latencies: readonly number[];
  /** Until the last answer, and until the last sale was booked. */
  readonly seconds: number;
  readonly bookedSeconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly heapMegabytes: number;
}

async function slice(subject: Subject, sequences: Sequences, load: Load): Promise<Slice> {
  const before = await subject.ask({ ask: "caughtUp" });
  const { seconds, latencies } = await sell(subject.ready, sequences, load);
  const answered = performance.now();
  const after = await subject.ask({ ask: "caughtUp" });
  const bookedSeconds = seconds + (performance.now() - answered) / 1000;
  const { megabytes, heapMegabytes } = after;
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  return { latencies, seconds, bookedSeconds, cpuSeconds, megabytes, heapMegabytes };
}

function figures(slices: readonly Slice[]): Figures {
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  const total = (of: (slice: Slice) => number) => slices.reduce((sum, slice) => sum + of(slice), 0);
  const at = (share: number) => rounded(latencies[Math.floor(latencies.length * share)] ?? 0, 2);
  const sales = latencies.length;
  return {
    sales,
    salesPerSecond: Math.round(sales / total(({ seconds }) => seconds)),
    bookedPerSecond: Math.round(sales / total(({ bookedSeconds }) => bookedSeconds)),
    p50Milliseconds: at(0.5),
    p99Milliseconds: at(0.99),
    cpuSecondsPer1000: rounded((total(({ cpuSeconds }) => cpuSeconds) / sales) * 1000, 3),
    peakMegabytes: Math.round(Math.max(...slices.map(({ megabytes }) => megabytes))),
    heapMegabytes: Math.round(Math.max(...slices.map(({ heapMegabytes }) => heapMegabytes))),
  };
}

/** `ofFloor` and `ofPrototype`: the host's figure divided by theirs. */
function described({ lines, inFlight }: { lines: number; inFlight: number }, { host, floor, prototype }: Compared) {
  const ratios = (other: Figures) => ({
    salesPerSecond: rounded(host.salesPerSecond / other.salesPerSecond, 2),
    cpu: rounded(host.cpuSecondsPer1000 / other.cpuSecondsPer1000, 2),
  });
  return {
    lines,
    inFlight,
    ...host,
    ofFloor: ratios(floor),
    ...(prototype ? { ofPrototype: ratios(prototype) } : {}),
    floor: short(floor),
    ...(prototype ? { prototype: short(prototype) } : {}),
  };
}

function short({ salesPerSecond, cpuSecondsPer1000, p50Milliseconds, p99Milliseconds }: Figures) {
  return { salesPerSecond, cpuSecondsPer1000, p50Milliseconds, p99Milliseconds };
}

/** Units of one sale alone and of ten that are booked together, with and without a customer. */
async function unitCases(): Promise<void> {
  progress("counting units");
  for (const withCustomer of [false, true]) {
    say({ case: "units", lines: 3, sales: 1, withCustomer, ...(await unitsOf(await busyShop(1), 1, withCustomer)) });
    say({ case: "units", lines: 3, sales: 10, withCustomer, ...(await unitsOf(await busyShop(10), 10, withCustomer)) });
  }
}

async function unitsOf(busy: BusyShop, sales: number, withCustomer: boolean) {
  const customers: string[] = [];
  for (let sale = 0; withCustomer && sale < sales; sale++) customers.push(await busy.newCustomer());
  for (let sale = 0; sale < sales; sale++) {
    const customer = withCustomer ? { customerId: present(customers[sale], "a customer") } : {};
    await busy.sell({ terminal: sale, firstVariant: sale * 3, ...customer });
  }
  const recorded = busy.take();
  await busy.book();
  const booked = busy.take();
  const each = (of: (units: Units) => number) => rounded((of(recorded) + of(booked)) / sales, 2);
  return {
    writeUnits: each(({ written }) => written),
    readUnits: each(({ read }) => read),
    recording: { writes: recorded.writes, reads: recorded.reads },
    booking: { writes: booked.writes, reads: booked.reads },
  };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}

function say(line: object): void {
  console.log(JSON.stringify(line));
}

function progress(text: string): void {
  console.error(`bench: ${text}`);
}

// What is measured ends with this process.
endWithOutput();
await main();
