import { type Books, createBooks } from "./ledger/index.ts";
import type { AccountOfChart, Module, ModuleBooks, PermissionGrantee, PermissionNeed } from "./module.ts";
import type { MasterKind } from "./people/access/index.ts";

/** All modules put together. */
export interface Assembly {
  readonly books: Books;
  /** In the order of the modules: what a record refers to comes before it. */
  readonly masters: readonly MasterKind[];
  readonly events: readonly string[];
  readonly idPrefixes: { readonly [prefix: string]: string };
  /** In the order of their positions. */
  readonly accounts: { readonly [account: string]: AccountOfChart };
  readonly permissions: { readonly [permission: string]: readonly PermissionGrantee[] };
  readonly permissionNeeds: { readonly [permission: string]: readonly PermissionNeed[] };
  readonly failureCodes: { readonly [code: string]: string };
  readonly exceptionCodes: { readonly [code: string]: string };
}

/** @throws Error that names what two modules both declare */
export function assemble(modules: readonly Module[]): Assembly {
  const accounts = merged("account", modules, ({ accounts }) => accounts);
  unique("position in the chart of accounts", Object.values(accounts), ({ position }) => position);
  const events = modules.flatMap(({ events = [] }) => events);
  unique("event", events, (event) => event);
  const masters = modules.flatMap(({ masters = [] }) => masters);
  unique("master record", masters, ({ record }) => record);
  const idPrefixes = merged("id prefix", modules, ({ idPrefixes }) => idPrefixes);
  for (const prefix of Object.keys(idPrefixes))
    if (!/^[a-z]{3}$/.test(prefix)) throw new Error(`The id prefix "${prefix}" is not three small letters.`);
  const permissions = merged("permission", modules, ({ permissions }) => permissions);
  const permissionNeeds = merged("permission's needs", modules, ({ permissionNeeds }) => permissionNeeds);
  for (const permission of Object.keys(permissionNeeds))
    if (!(permission in permissions)) throw new Error(`There is no permission "${permission}" that could need more.`);
  return {
    books: assembleBooks(modules.flatMap(({ books = [] }) => books)),
    masters,
    events,
    idPrefixes,
    accounts: Object.fromEntries(Object.entries(accounts).sort(([, a], [, b]) => a.position - b.position)),
    permissions,
    permissionNeeds,
    failureCodes: merged("failure code", modules, ({ failureCodes }) => failureCodes),
    exceptionCodes: merged("exception code", modules, ({ exceptionCodes }) => exceptionCodes),
  };
}

/** As `assemble`, whose checks come with it. */
export function mastersOf(modules: readonly Module[]): readonly MasterKind[] {
  return assemble(modules).masters;
}

/** @throws Error that names what two modules both declare */
export function assembleBooks(books: readonly ModuleBooks[]): Books {
  return createBooks({
    kinds: books.flatMap(({ kinds = [] }) => kinds),
    projections: books.flatMap(({ projections = [] }) => projections),
    guards: books.flatMap(({ guards = [] }) => guards),
  });
}

type Table<Value> = { readonly [name: string]: Value };

function merged<Part, Value>(
  what: string,
  modules: readonly Part[],
  tableOf: (part: Part) => Table<Value> | undefined,
): Table<Value> {
  const entries = modules.flatMap((module) => Object.entries(tableOf(module) ?? {}));
  unique(what, entries, ([name]) => name);
  return Object.fromEntries(entries);
}

function unique<Value>(what: string, values: readonly Value[], nameOf: (value: Value) => string | number): void {
  const seen = new Set<string | number>();
  for (const value of values) {
    const name = nameOf(value);
    if (seen.has(name)) throw new Error(`Two modules declare the ${what} "${name}".`);
    seen.add(name);
  }
}
