import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { factHeaders, type LedgerRef } from "@pos/core/ledger/index.ts";
import type { Item, Table } from "@pos/core/table/port/port.ts";

/**
 * Facts as they were released, by version of the envelope: what is stored, to the byte. Files of a released version never change;
 * a new version adds its own beside them, and so does a new kind of fact, as 2.1, 2.2 and so on
 * (GOLDEN_VERSION=2.1 npm test -- tests/proof/migrations writes those of a version that has none).
 */
export interface Golden {
  readonly name: string;
  readonly header: Item;
  readonly chunks: readonly Item[];
}

/** What booking all facts of a version comes to in a ledger. */
export interface GoldenBooks {
  readonly ledger: LedgerRef;
  readonly positions: number;
  readonly accounts: object;
}

const FOLDER = fileURLToPath(new URL("./golden", import.meta.url));
const BOOKS = "books";

export function goldenVersions(): number[] {
  return readdirSync(FOLDER).map((name) => Number(name.slice(1)));
}

export function readGolden(version: number): {
  readonly facts: readonly Golden[];
  readonly books: readonly GoldenBooks[];
} {
  const folder = join(FOLDER, `v${version}`);
  const names = readdirSync(folder).filter((name) => name !== `${BOOKS}.json`);
  return {
    facts: names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Golden),
    books: JSON.parse(readFileSync(join(folder, `${BOOKS}.json`), "utf8")) as GoldenBooks[],
  };
}

/**
 * @param booked books facts into an empty table, the way every later program will be asked to
 * @throws when the version has its files already
 */
export async function writeGolden(
  version: number,
  { table, ledgers }: { readonly table: Table; readonly ledgers: readonly LedgerRef[] },
  booked: (facts: readonly Golden[], ledgers: readonly LedgerRef[]) => Promise<GoldenBooks[]>,
): Promise<void> {
  const folder = join(FOLDER, `v${version}`);
  mkdirSync(folder);
  const write = (name: string, what: object) =>
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(what, null, 2)}\n`);
  const facts: Golden[] = [];
  for (const ledger of ledgers) {
    for await (const header of factHeaders(table, ledger)) {
      const { items } = await table.query({ pk: header.pk, range: { beginsWith: "CHUNK#" }, limit: 100 });
      const { kind } = JSON.parse(String(header.body)) as { kind: string };
      facts.push({ name: `${String(facts.length + 1).padStart(3, "0")}-${kind}`, header, chunks: items });
    }
  }
  for (const fact of facts) write(fact.name, fact);
  write(BOOKS, await booked(facts, ledgers));
}
