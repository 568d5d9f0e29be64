/**
 * How the time of some work grows with the length of its text. Lengths rise fourfold: what is linear takes four times as long
 * then, what is quadratic sixteen times. CPU time is compared with CPU time, so other processes do not count.
 */
export async function superLinear(work: (length: number) => unknown): Promise<string | undefined> {
  let before = Number.POSITIVE_INFINITY;
  for (const length of LENGTHS) {
    const milliseconds = await fastest(() => work(length), before * RATIO_MAX);
    if (milliseconds > NOTICED_MILLISECONDS && milliseconds > Math.max(before, LEAST_MILLISECONDS) * RATIO_MAX)
      return `${milliseconds.toFixed(0)} ms for ${length} characters, ${before.toFixed(1)} ms for a quarter of them`;
    before = milliseconds;
  }
  return undefined;
}

const LENGTHS = [1_000, 4_000, 16_000, 64_000];
const RATIO_MAX = 8;
/** Below, garbage collection and compilation decide. */
const NOTICED_MILLISECONDS = 25;
const LEAST_MILLISECONDS = 1.5;
const ATTEMPTS = 4;

/** Repeated only while it seems too slow. */
async function fastest(work: () => unknown, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
    if (least <= Math.max(enough, LEAST_MILLISECONDS) && (enough !== Number.POSITIVE_INFINITY || attempt > 0)) break;
  }
  return least;
}

/** Beginnings, what is repeated, and ends: of numbers, dates, addresses, headers, messages, JSON, GraphQL and CSV. */
const BEGINNINGS = ["0.", "-", "1", "2026-01-01T", "2026-01-01T00:00:00.", "a@", "EUR"];
const REPEATED = [
  ...[
    "0",
    "9",
    "1.",
    "-",
    "+",
    " ",
    "\t",
    "\n",
    "\r\n",
    "a",
    "A",
    "é",
    "\u0301",
    "𝄞",
    "\u0000",
    "\ud800",
    ".",
    ",",
    ";",
    ":",
  ],
  ...[
    '"',
    "'",
    "\\",
    "/",
    "=",
    "%20",
    "a ",
    "a.",
    "a-",
    "a@",
    "<",
    "(",
    "[",
    "{",
    "&",
    "#",
    "T",
    "Z",
    "q=0,",
    "b=c;",
    "x\n1,",
  ],
  ...["Did you mean ", 'Did you mean "x"?', "Bearer ", "application/json;", "loc_"],
];
const ENDS = ["x", "10", "Z"];

const FEW = ["0", "a", " ", "é", '"', "\\", "{", "Did you mean ", 'Did you mean "x"?'];

type Texts = readonly (readonly [name: string, text: (length: number) => string])[];

/** Texts of about a length, by a name. */
export function textsOf(): Texts {
  const plain = REPEATED.flatMap((repeated) => ["", "x"].map((end) => textOf("", repeated, end)));
  const begun = BEGINNINGS.flatMap((beginning) =>
    ["0", "9", " ", "a"].flatMap((repeated) => ENDS.map((end) => textOf(beginning, repeated, end))),
  );
  return [...plain, ...begun];
}

/** Fewer of them, for work that takes long by itself. */
export function fewTextsOf(): Texts {
  return FEW.map((repeated) => textOf("", repeated, "x"));
}

function textOf(beginning: string, repeated: string, end: string): Texts[number] {
  const text = (length: number) => beginning + repeated.repeat(Math.ceil(length / repeated.length)) + end;
  return [JSON.stringify([beginning, repeated, end]), text];
}

/** What any of the texts makes super-linear. */
export async function defeats(texts: Texts, work: (text: string) => unknown): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, text] of texts) {
    const growth = await superLinear((length) => attempt(() => work(text(length))));
    if (growth !== undefined) found.push(`${name}: ${growth}`);
  }
  return found;
}

/** What is refused is refused by an exception. */
async function attempt(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // The time counts, not the result.
  }
}
