import { present } from "@pos/core/base/result.ts";
import { createCustomer } from "@pos/core/customers/customer/index.ts";
import type { SaleInput } from "@pos/core/selling/sale/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { createApi } from "@pos/functions/api/api.ts";
import { type Answer, type Api, activate, signInOperator, signInOwner } from "./api.ts";
import { sum } from "./books.ts";
import { drain } from "./drain.ts";
import { lineOf, makeSale, sellLive } from "./sales.ts";
import { createShop, done, SHOP_STREAM, type Shop } from "./shop.ts";
import { type Metered, metered } from "./units.ts";

/**
 * A shop in full swing, whose reads and writes are counted: every level has moved, the terminals are in the middle of a
 * Saturday, totals have all their digits. What is counted sells through the API, since what a request reads besides counts too.
 */
export interface BusyShop {
  readonly shop: Shop;
  /** A sale of three articles, one each, from here on in the catalogue. */
  sell(sale: { readonly terminal: number; readonly firstVariant: number; readonly customerId?: string }): Promise<void>;
  /** Books what is recorded, in one batch. */
  book(): Promise<void>;
  newCustomer(): Promise<string>;
  /** Asks as the manager at a terminal, as the owner at the dashboard, as a terminal by its own token, or anonymously. */
  ask(asking: Asking, query: string, variables: object): Promise<Answer["data"]>;
  /** The owner's token, for what does not go over HTTP. */
  readonly ownerToken: string;
  take(): Units;
}

export type Asking = "nobody" | "owner" | { readonly manager: number } | { readonly terminal: number };

export interface Units {
  readonly written: number;
  readonly read: number;
  /** Bytes by which what is stored grew, as storage is billed. */
  readonly stored: number;
  /** By what the sort key begins with. */
  readonly writes: { readonly [name: string]: number };
  readonly reads: { readonly [name: string]: number };
}

const SALES_BEFORE = 200;
const VARIANTS = 40;
const METHODS = ["CASH", "CARD", "QR_CODE", "OTHER"] as const;
const SELL = `mutation Sell($input: CompleteSaleInput!) {
  completeSale(input: $input) { replayed userErrors { code } sale { id total { amount } } }
}`;

/** @param wrap what the shop sees of the metered table */
export async function busyShop(terminals: number, wrap: (table: Table) => Table = (table) => table): Promise<BusyShop> {
  let meter: Metered | undefined;
  const shop = await createShop({
    // Without records that come twice: what they cost is not the sale's.
    engine: createMemoryTable({ random: createRandom(1), streamFilter: SHOP_STREAM }),
    terminals,
    variants: VARIANTS,
    secrets: true,
    wrap(table) {
      meter = metered(table);
      return wrap(meter.table);
    },
  });
  const { take: takeWrites, takeReads, takeStored } = present(meter, "the meter");
  const forget = () => {
    takeWrites();
    takeReads();
    takeStored();
  };
  const book = () => drain(shop, { twice: false, shuffled: false, batchMax: 100 });
  await shop.stock("99999");
  await book();
  for (let sale = 0; sale < SALES_BEFORE; sale++) await sellOther(shop, sale % terminals, sale);
  await book();
  const api = directApi(shop);
  const owner = await signInOwner(api, shop);
  const terminalTokens: string[] = [];
  const tokens: string[] = [];
  for (const { id } of shop.terminals) {
    const terminal = await activate(api, owner, id);
    terminalTokens.push(terminal);
    tokens.push(await signInOperator(api, shop, terminal));
  }
  const tokenOf = (asking: Exclude<Asking, "nobody">) => {
    if (asking === "owner") return owner;
    return present("manager" in asking ? tokens[asking.manager] : terminalTokens[asking.terminal], "a token");
  };
  forget();
  return {
    shop,
    book,
    ownerToken: owner,
    async ask(asking, query, variables) {
      const token = asking === "nobody" ? {} : { token: tokenOf(asking) };
      const { data, errors } = await api.call(query, { variables, ...token });
      if (errors) throw new Error(`Not answered: ${JSON.stringify(errors)}`);
      return data;
    },
    async sell({ terminal, firstVariant, customerId }) {
      shop.clock.advance(60_000);
      const input = {
        ...makeSale(shop, { terminal, lines: threeLines(shop, firstVariant) }),
        ...(customerId === undefined ? {} : { customerId }),
      };
      await sellByApi(api, present(tokens[terminal], "a token"), input);
    },
    async newCustomer() {
      const id = shop.clock.newId("cus");
      done(await createCustomer(shop.owner, { id, name: "A. Customer" }));
      forget();
      return id;
    },
    take() {
      const [writes, reads] = [takeWrites(), takeReads()];
      return {
        stored: takeStored(),
        written: sum([...writes.values()]),
        read: sum([...reads.values()]),
        writes: Object.fromEntries(writes),
        reads: Object.fromEntries(reads),
      };
    },
  };
}

function threeLines(shop: Shop, firstVariant: number, quantity = "1") {
  return [0, 1, 2].map((line) =>
    lineOf(present(shop.variants[(firstVariant + line) % shop.variants.length], "a variant"), quantity),
  );
}

async function sellOther(shop: Shop, terminal: number, number: number): Promise<void> {
  shop.clock.advance(60_000);
  const method = METHODS[number % METHODS.length] ?? "CASH";
  const lines = threeLines(shop, number * 3, "99");
  await sellLive(shop.operator(terminal), makeSale(shop, { terminal, lines, method }));
}

async function sellByApi(api: Api, token: string, input: SaleInput): Promise<void> {
  const { data, errors } = await api.call(SELL, { variables: { input }, token });
  if (data?.completeSale.sale?.id !== input.id)
    throw new Error(`A sale was not recorded: ${JSON.stringify(errors ?? data)}`);
}

/** The API without a server in front. */
function directApi(shop: Shop): Api {
  const handler = createApi({ table: shop.table, clock: shop.clock, introspection: false, log: () => {} });
  const call: Api["call"] = async (query, { variables, token } = {}) => {
    const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const body = JSON.stringify({ query, variables });
    const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
    const answer = await handler(request, { requestId: shop.clock.newId("ses"), sourceIp: "127.0.0.1" });
    const { data, errors } = JSON.parse(answer.body) as { data?: unknown; errors?: never };
    return { status: answer.status, headers: new Headers(), data, errors };
  };
  return {
    url: "",
    reader: { caughtUp: async () => {}, stop: async () => {} } as never,
    log: [],
    call,
    close: async () => {},
  };
}
