import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { at, parsed } from "./wire.ts";

/** What is stored, as the command line's `export` and `verify` have it. */
export interface Account {
  /** Facts, master data, exceptions and copies by what they are and their id. */
  readonly stored: ReadonlyMap<string, Stored>;
  /** The last line of `verify`. */
  readonly verified: string;
}

interface Stored {
  readonly what: string;
  readonly id: string;
  readonly line: string;
  readonly times: number;
}

export interface AccountOptions {
  /** packages/host/src/cli/pos.ts as one file. */
  readonly pos: string;
  /** The host's data. */
  readonly folder: string;
  /** Where the export goes, in a temporary folder. */
  readonly file: string;
}

export async function takeAccount({ pos: bundle, folder, file }: AccountOptions): Promise<Account> {
  const pos = (...words: readonly string[]) => runPos(bundle, folder, words);
  await pos("export", file);
  const stored = new Map<string, Stored>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const row = parsed(line);
    const [id, what] = [at(row, "id"), at(row, "kind") ?? at(row, "record")];
    if (typeof id !== "string" || typeof what !== "string" || what === "ledger") continue;
    // A copy has the id of the sale that it conflicts with.
    const key = what === "copy" ? `${what} ${String(at(row, "requestHash"))}` : `${what} ${id}`;
    stored.set(key, { what, id, line, times: (stored.get(key)?.times ?? 0) + 1 });
  }
  const verified = (await pos("verify")).trim().split("\n").at(-1) ?? "";
  return { stored, verified };
}

function runPos(bundle: string, folder: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, POS_DATA_DIR: folder };
    execFile(process.execPath, [bundle, ...words], { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      // verify ends with 1 when it finds differences: they are its last line.
      if (error && !/differences$/.test(stdout.trim())) reject(new Error(`pos ${words[0]}: ${stderr}`));
      else resolve(stdout);
    });
  });
}

export interface Expected {
  /** Before anything was attacked. */
  readonly before: Account;
  /** Ids of the legitimate sales that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Ids of what an attacker was allowed to create, and of the attacker's terminal: exceptions and copies name them. */
  readonly attackers: readonly string[];
}

/** What is lost, doubled, changed or stored that should not be. */
export function complaintsOf({ stored, verified }: Account, { before, acknowledged, attackers }: Expected): string[] {
  const sold = acknowledged.map((id) => `sale ${id}`);
  const legitimate = new Set([...sold, ...before.stored.keys()]);
  const rows = [...stored];
  const isAttackers = ({ line }: Stored) => attackers.some((id) => line.includes(id));
  const named = (chosen: typeof rows) => chosen.map(([key]) => key);
  const some = (name: string, found: readonly string[]) =>
    found.length === 0 ? [] : [`${found.length} ${name}: ${found.slice(0, 3).join(", ")}`];
  return [
    ...some(
      "lost",
      [...legitimate].filter((key) => !stored.has(key)),
    ),
    ...some("stored that should not be", named(rows.filter(([key, row]) => !legitimate.has(key) && !isAttackers(row)))),
    ...some("doubled", named(rows.filter(([, { times }]) => times > 1))),
    ...some(
      "changed",
      named(rows.filter(([key, { what, line }]) => isPerson(what) && line !== (before.stored.get(key)?.line ?? line))),
    ),
    ...(verified === "0 differences" ? [] : [`verify: ${verified}`]),
  ];
}

function isPerson(what: string): boolean {
  return what === "staff" || what === "merchant" || what === "location";
}

export function folderMegabytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // blocks, not length: a table's file has holes.
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).blocks * 512;
  }
  return bytes / 1e6;
}
