import { expect } from "vitest";
import type { Data } from "../../../support/api.ts";
import type { Good, Variables } from "../../module-contract.ts";
import { goodRequests } from "./good.ts";
import { nameOf, operation, type Position, placed, valueAt } from "./positions.ts";
import type { Stand } from "./stand.ts";

/** An operation may have a thousand cases. */
export const ALL_MILLISECONDS = 300_000;

/** What one request was answered, in a word: an error's code, what was refused and where, or what came back. */
export interface Verdict {
  readonly outcome: string;
  readonly status: number;
  readonly text: string;
  readonly body: Data;
}

export interface Sent {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly token?: string | undefined;
  readonly headers?: { readonly [name: string]: string };
}

/** Sends a body as it stands. */
export async function send({ counter }: Stand, { body, token, headers }: Sent): Promise<Verdict> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${counter.api.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body,
  });
  const text = await response.text();
  const parsed: Data = JSON.parse(text);
  return { outcome: outcomeOf(parsed), status: response.status, text, body: parsed };
}

/** Sends variables to an operation. What JSON cannot write (1e309) is given as a text between two `§`. */
export function ask(stand: Stand, name: string, { token, variables }: Good): Promise<Verdict> {
  const body = JSON.stringify({ query: operation(name).document, variables }).replace(/"§(.*?)§"/g, "$1");
  return send(stand, { body, token });
}

/** "CODE", "CODE path, CODE path", "null", "3 nodes" or "answered". */
function outcomeOf({ data, errors }: Data): string {
  if (errors) return errors[0].extensions.code;
  const [payload]: Data[] = Object.values(data);
  if (payload === null) return "null";
  if (Array.isArray(payload) && payload.length > 0 && payload.every((element) => element === null)) return "[null]";
  const refusals = [
    payload.userErrors ?? [],
    ...(payload.results ?? []).map(({ userErrors }: Data) => userErrors),
  ].flat();
  if (refusals.length > 0) return refusals.map(({ code, path }: Data) => [code, path.join(".")].join(" ")).join(", ");
  return payload.nodes === undefined ? "answered" : `${payload.nodes.length} nodes`;
}

/** What never stands in an answer: where and how the server is built, and what it keeps to itself. */
const LEAKS: readonly RegExp[] = [
  /stacktrace|node_modules|\bat [\w.<>]+ \(|\.(ts|mjs|js):\d+/,
  /\/(work|home|root|tmp|usr|packages|src)\//,
  /_[0-9A-HJKMNP-TV-Z]{26}#|#(SESSION|FACT|ENTRY|CHUNK|HEAD)\b|\bgsi[12]/,
  /lmdb|mdb_|dynamodb|sqlite|arn:aws|apollo|argon2/i,
  /(secret|credential|password|pin|request)Hash/,
  /TypeError|RangeError|TableLimit|Assertion failed|Missing: |Cannot read|is not a function/,
];

function leaksIn(stand: Stand, text: string): string[] {
  const { counter, branch, foreignOwner, foreignMerchantId } = stand;
  const secrets = [counter.owner, counter.terminal, counter.manager, counter.cashier, branch.manager, foreignOwner];
  const kept = [...secrets.map((token) => token.slice(-43)), foreignMerchantId];
  return [
    ...LEAKS.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
    ...kept.filter((secret) => text.includes(secret)).map(() => "a secret"),
  ];
}

/** One row of the table. */
export interface Case {
  readonly name: string;
  /** Answers what came of it. */
  readonly run: () => Promise<Verdict>;
  readonly expected: string;
  /** Absent: 400 for what is refused as a whole, 200 for the rest. */
  readonly status?: number;
  /** What the answer says besides: where the fault is. */
  readonly says?: string;
  /** It has happened and is recorded, with an exception. */
  readonly isRecorded?: true;
}

const WHOLE = /^(BAD_USER_INPUT|GRAPHQL_\w+|TOO_COMPLEX|OPERATION_RESOLUTION_FAILURE)$/;
const counts = new Map<string, number>();

/**
 * Runs the rows of one class: each is answered as the contract says, with a sensible status, nothing of it is recorded, and
 * nothing internal is told; and in the end the server still answers.
 */
export async function judge(stand: Stand, kind: string, cases: readonly Case[]): Promise<void> {
  expect(cases.length).toBeGreaterThan(0);
  counts.set(kind, (counts.get(kind) ?? 0) + cases.length);
  const { reader } = stand.counter.api;
  // What good requests before it recorded is booked, so that it is not taken for this one's.
  await reader.caughtUp();
  stand.taken();
  const found: object[] = [];
  const wanted: object[] = [];
  for (const {
    name,
    run,
    expected,
    status = WHOLE.test(expected) ? 400 : 200,
    says = "",
    isRecorded = false,
  } of cases) {
    const verdict = await run();
    if (isRecorded) await reader.caughtUp();
    const told = leaksIn(stand, verdict.text);
    const written = stand.taken();
    const said = verdict.text.includes(says) ? says : verdict.text.slice(0, 300);
    const recorded = isRecorded ? written.length > 0 : written;
    found.push({ name, outcome: verdict.outcome, status: verdict.status, says: said, recorded, told });
    wanted.push({ name, outcome: expected, status, says, recorded: isRecorded || [], told: [] });
  }
  expect(found.filter((_, index) => !isSame(found[index], wanted[index]))).toEqual(
    wanted.filter((_, index) => !isSame(found[index], wanted[index])),
  );
  const { outcome } = await send(stand, { body: '{"query":"{ me { kind } }"}', token: stand.counter.terminal });
  expect(outcome).toBe("answered");
}

function isSame(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** For the last words of a file. */
export function countsByClass(): string {
  return [...counts].map(([kind, count]) => `bad input: ${kind} ${count}`).join("\n");
}

/** The good request in which a place can be spoilt: the one that says something there, else one that could. */
export async function spoilable(stand: Stand, position: Position): Promise<Good | undefined> {
  return spoilableOf(await goodRequests(stand, position.operation), position);
}

/** The same of the good requests of its operation. */
export function spoilableOf(all: readonly Good[], position: Position): Good | undefined {
  return (
    all.find(({ variables }) => valueAt(variables, position.path) !== undefined) ??
    all.find(({ variables }) => placed(variables, position, null) !== undefined)
  );
}

export interface Spoiling extends Omit<Case, "run"> {
  readonly value: unknown;
  /** The request that is spoilt, where not the first that says something there. */
  readonly good?: Good;
  /** Who sends it, where not the one who may. */
  readonly token?: string;
}

/** A case for a place with a value put there (undefined: nothing is said). */
export async function spoilt(
  stand: Stand,
  position: Position,
  { value, good: base, token, ...row }: Spoiling,
): Promise<Case> {
  const good = base ?? (await spoilable(stand, position));
  const variables: Variables | undefined = good && placed(good.variables, position, value);
  if (!good || !variables) throw new Error(`No good request says anything at ${nameOf(position)}`);
  return {
    ...row,
    name: `${nameOf(position)} ${row.name}`,
    run: () => ask(stand, position.operation, { token: token ?? good.token, variables }),
  };
}

/** A place as GraphQL's own messages write it. */
export function placeOf({ path }: Position): string {
  const [argument = "", ...rest] = path;
  const place = rest.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
  return place === "" ? `Variable \\"$${argument}\\"` : `at \\"${argument}${place}`;
}
