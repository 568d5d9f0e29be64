import {
  CatalogAtTerminalDocument,
  CatalogChangesAtTerminalDocument,
  NewGoodsAtTerminalDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type Asking, requestDocument } from "../api-client.ts";
import { type CatalogIndex, createCatalogIndex } from "./catalog-index.ts";
import type { CatalogStore, StoredCopy } from "./catalog-store.ts";
import { type KeptCategory, type KeptProduct, keptCategory, keptProduct } from "./records.ts";

/** The catalogue on the device. */
export interface Catalog {
  readonly state: () => CatalogState;
  readonly watch: (listener: () => void) => () => void;
  /** Shows the stored copy of a terminal, and brings it up to date. */
  readonly open: (terminal: PairedTerminal) => Promise<void>;
  /** Forgets the copy. */
  readonly clear: () => Promise<void>;
  /** Asks for what has changed, or for everything where there is no copy. */
  readonly update: () => Promise<void>;
  /**
   * Asks the server for goods that the copy does not have because they were created just now.
   * @returns what was found; undefined when the server did not answer
   */
  readonly askServer: (text: string) => Promise<CatalogIndex | undefined>;
}

export interface CatalogState {
  /** Absent: there is no copy yet. */
  readonly index?: CatalogIndex;
  /** While the first copy is loaded: products so far, of about so many. */
  readonly progress?: { readonly loaded: number; readonly total: number };
  /** There is no copy, and it could not be loaded. */
  readonly isMissing: boolean;
}

export interface PairedTerminal {
  readonly terminalId: string;
  readonly token: string;
}

interface Parts {
  readonly client: Asking;
  readonly store: CatalogStore;
  /** The language in whose order names are sorted. */
  readonly locale: () => string;
  /** Called before goods are shown: the tax code that they are sold by may be new. */
  readonly learnSettings: () => Promise<void>;
}

/** Everything, or changes, of a copy. */
interface Loaded {
  readonly version: string;
  readonly products: readonly KeptProduct[];
  readonly categories: readonly KeptCategory[];
  readonly hasNewSettings: boolean;
}

const PAGE_MILLISECONDS = 30_000;

function indexOf({ products, categories }: Copy, locale: string): CatalogIndex {
  return createCatalogIndex(products.values(), [...categories.values()], locale);
}

export function createCatalog({ client, store, locale, learnSettings }: Parts): Catalog {
  const { get, set, watch } = watchedState();
  let terminal: PairedTerminal | undefined;
  let copy: Copy | undefined;
  let running: Promise<void> | undefined;
  const show = (next: Copy) => {
    copy = next;
    set({ index: indexOf(next, locale()), isMissing: false });
  };

  async function updateAs(asked: PairedTerminal): Promise<void> {
    const since = copy?.version;
    const changes = since === undefined ? "reset" : await changesSince(client, asked.token, since);
    if (changes !== undefined && changes !== "reset" && changes.hasNewSettings) await learnSettings();
    if (asked !== terminal || changes === undefined) return;
    if (changes !== "reset" && copy !== undefined) {
      const next = withChanges(copy, changes);
      if (changes.products.length + changes.categories.length > 0) show(next);
      else copy = next;
      return store.change(headOf(asked, next), changes.products);
    }
    const all = await loadAll(client, asked.token, (loaded, total) => {
      if (asked === terminal && copy === undefined) set({ isMissing: false, progress: { loaded, total } });
    });
    if (all !== undefined && copy !== undefined) await learnSettings();
    if (asked !== terminal) return;
    if (all === undefined) return set(withoutProgress(get(), copy === undefined));
    const next = withChanges(NOTHING, all);
    show(next);
    await store.replace({ head: headOf(asked, next), products: all.products });
  }

  function update(): Promise<void> {
    if (terminal === undefined) return Promise.resolve();
    running ??= updateAs(terminal).finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    state: get,
    watch,
    update,
    async open(next) {
      const isAnother = terminal?.terminalId !== next.terminalId;
      terminal = next;
      await running;
      if (isAnother) {
        copy = undefined;
        set({ isMissing: false });
        const stored = await store.load(next.terminalId);
        if (stored !== undefined && next === terminal) show(copyOf(stored));
      }
      await update();
    },
    async clear() {
      terminal = undefined;
      copy = undefined;
      set({ isMissing: false });
      await store.clear();
    },
    async askServer(search) {
      const products = await productsFound(client, terminal?.token, search);
      if (products !== undefined && products.length > 0) await learnSettings();
      return products && createCatalogIndex(products, [], locale());
    },
  };
}

/** @returns undefined when the server did not answer */
async function productsFound(client: Asking, token: string | undefined, search: string) {
  const answer = await requestDocument(client, NewGoodsAtTerminalDocument, { search }, token);
  return "failure" in answer ? undefined : (answer.data.products?.nodes ?? []).map(keptProduct);
}

interface Copy {
  readonly version: string;
  readonly products: ReadonlyMap<string, KeptProduct>;
  readonly categories: ReadonlyMap<string, KeptCategory>;
}

function watchedState() {
  let state: CatalogState = { isMissing: false };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next: CatalogState) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    watch: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function withoutProgress({ progress: _, ...state }: CatalogState, isMissing: boolean): CatalogState {
  return { ...state, isMissing };
}

const NOTHING: Copy = { version: "", products: new Map(), categories: new Map() };

/** @returns undefined when the server did not answer */
async function loadAll(
  client: Asking,
  token: string,
  progress: (loaded: number, total: number) => void,
): Promise<Loaded | undefined> {
  const [products, categories]: [KeptProduct[], KeptCategory[]] = [[], []];
  for (let after: string | null = null; ; ) {
    const page = await snapshotPage(client, token, after);
    if (!page) return undefined;
    products.push(...page.products.map(keptProduct));
    categories.push(...page.categories.map(keptCategory));
    progress(products.length, Math.max(products.length, page.productCount));
    if (page.next === null) return { version: page.version, products, categories, hasNewSettings: false };
    after = page.next;
  }
}

async function snapshotPage(client: Asking, token: string, after: string | null) {
  const answer = await requestDocument(client, CatalogAtTerminalDocument, { after }, token, PAGE_MILLISECONDS);
  return "failure" in answer ? undefined : answer.data.catalogSnapshot;
}

/** @returns undefined when the server did not answer; `reset` when everything must be loaded again */
async function changesSince(client: Asking, token: string, version: string): Promise<Loaded | "reset" | undefined> {
  const [products, categories]: [KeptProduct[], KeptCategory[]] = [[], []];
  let hasNewSettings = false;
  for (let since = version; ; ) {
    const answer = await requestDocument(client, CatalogChangesAtTerminalDocument, { since }, token, PAGE_MILLISECONDS);
    if ("failure" in answer) return answer.failure.code === "BAD_REQUEST" ? "reset" : undefined;
    const page = answer.data.catalogChanges;
    if (!page?.version) return "reset";
    products.push(...page.products.map(keptProduct));
    categories.push(...page.categories.map(keptCategory));
    hasNewSettings ||= page.haveSettingsChanged;
    since = page.version;
    if (!page.hasMore) return { version: since, products, categories, hasNewSettings };
  }
}

function withChanges(copy: Copy, changes: Loaded): Copy {
  const [products, categories] = [new Map(copy.products), new Map(copy.categories)];
  for (const product of changes.products) products.set(product.id, product);
  for (const category of changes.categories) categories.set(category.id, category);
  return { version: changes.version, products, categories };
}

function headOf({ terminalId }: PairedTerminal, { version, categories }: Copy) {
  return { terminalId, version, categories: [...categories.values()] };
}

function copyOf({ head, products }: StoredCopy): Copy {
  return {
    version: head.version,
    products: new Map(products.map((product) => [product.id, product])),
    categories: new Map(head.categories.map((category) => [category.id, category])),
  };
}
