/** How big a function may be and how long its first answer may take. */
export interface Limits {
  readonly bytes: number;
  /** Milliseconds from the first line of its code to its first answer. */
  readonly wallMs: number;
}

/** What a function is compared with: a bare GraphQL server over the client, or the client alone. */
export type Kind = "api" | "table";

/** A function may take longer than its limit as long as the bare one of its kind does too. */
export const RATIO_MAX = 1.15;
/** A machine with other work to do: the same bundle measured against itself differs by that much. */
export const RATIO_NOISE = 0.1;
export const SALE_CPU_MS_MAX = 1.5;
/** Or so many times what Amazon's client alone takes for one put: a slow or busy machine makes both dearer. */
export const SALE_OF_PUT_MAX = 2.75;

const WALL_MS_MAX: Readonly<Record<Kind, number>> = { api: 220, table: 120 };
/**
 * `reports` and `sweep` walk through several partitions before they respond; the bare one makes a single request. `publish` and
 * `socket` build the schema of the API, and `mail` renders a report.
 */
const WALL_MS_MAX_OF_MORE: Readonly<Record<string, number>> = {
  mail: 160,
  publish: 180,
  reports: 200,
  socket: 180,
  sweep: 200,
};
/**
 * A little above their sizes; a change that makes one larger states why here. In `sweep` 6 kB are valibot, the library of the
 * records' schemas, and in `publish` and `socket` 8 kB are valibot and p-limit. In `graphql`, `publish` and `socket` 4 kB are the
 * edges and pages of the schema, 6 kB its figures of reports and their reconciliation, 2 kB quotas and the comparison of origins,
 * 15 kB the words of common passwords, 11 kB the limits of guesses and the rules of secrets, 10 kB the limits of roles, what
 * an offline fact is compared with, and the details of exceptions, of which `book` and `sweep` have 2 kB, and 25 kB what bounds
 * an answer, the rules of codes, names, addresses and currencies, and the folding of letters. In `sweep` 15 kB renew what older
 * programs stored of codes and words. In `mail` 130 kB are the messages that mails are written with, in two languages, and the
 * reader of their syntax. In `graphql`, `publish` and `socket` 10 kB put sales on customers afterwards, find sales by what became
 * of them and sum the days of a range, of which `book` has 1 kB. In
 * `graphql`, `publish` and `socket` 17 kB are the papers of receipts, the links to e-receipts and fapiaos; what renders papers is beside the
 * function and loaded with the first one.
 * In `graphql`, `publish` and `socket` 45 kB, in `book` 8 kB and in `sweep` 2 kB are promotions and coupons, voids, parked sales
 * and the merchant's rules of refunds; in `mail` 6 kB are the words of these.
 * In `graphql`, `publish` and `socket` 35 kB are price lists and groups of customers, exchanges, and several taxes of a line with
 * their dated rates; in `mail` 1 kB are the words of these. In `graphql`, `publish` and `socket` 17 kB, in `book` and `sweep`
 * 2 kB, in `mail` 3 kB and in `reports` 1 kB are gift cards.
 * In `graphql`, `publish` and `socket` 9 kB and in `mail` 1 kB are a merchant's own ways to pay, tips and cash back.
 * In `graphql`, `publish` and `socket` 6 kB are units and what scanned codes mean, 12 kB quotes, of
 * which `book` and `sweep` have 1 kB.
 * In `graphql`, `publish` and `socket` 12 kB are the states of payments, tares, ends of groups and logos of locations, in `mail`
 * 6 kB their words.
 * What renders PDFs (1 MB) and its fonts (11 MB) are beside the functions and loaded with the first PDF.
 */
const BYTES_MAX: Readonly<Record<string, number>> = {
  authorize: 8_000,
  book: 123_000,
  graphql: 960_000,
  mail: 915_000,
  publish: 1_160_000,
  reports: 470_000,
  socket: 1_163_000,
  sweep: 145_000,
};

/** Undefined: what the others are compared with. */
export function limitsOf(name: string): Limits | undefined {
  if (name.startsWith("bare-")) return undefined;
  const bytes = BYTES_MAX[name];
  if (bytes === undefined) throw new Error(`${name} has no limit yet: give it one in tests/deploy/coldstart/limits.ts`);
  return { bytes, wallMs: WALL_MS_MAX_OF_MORE[name] ?? WALL_MS_MAX[kindOf(name)] };
}

export function kindOf(name: string): Kind {
  return name === "graphql" || name === "bare-api" ? "api" : "table";
}

/** Whether a function did what it is for. An answer that is quick and wrong is no figure. */
export function isRight(name: string, answer: unknown): boolean {
  const text = JSON.stringify(answer);
  switch (name) {
    case "graphql":
      return text.includes('\\"role\\":\\"OWNER\\"') && !text.includes('\\"errors\\"');
    case "bare-api":
      return text.includes('\\"isThere\\":false');
    case "bare-table":
      return answer === false;
    case "socket":
      return text.includes('"statusCode":200');
    case "authorize":
      return text.includes('"Effect":"Allow"');
    case "book":
    case "publish":
    case "mail":
      return text === '{"batchItemFailures":[]}';
    case "sweep":
      return text.includes('"facts":');
    case "reports":
      return text.includes('"queued":0');
    default:
      throw new Error(`Nobody knows what ${name} answers: say so in tests/deploy/coldstart/limits.ts`);
  }
}
