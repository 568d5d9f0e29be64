import { now } from "@pos/web/clock.ts";
import { type Asking, createApiClient, createAsking } from "../api-client.ts";
import { EMPTY_CART, type TakenPayment } from "../cart/cart.ts";
import { freshHistory } from "../cart/history.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import type { Status } from "../outbox/status.ts";
import type { Store } from "../outbox/store.ts";
import { createTransport } from "../outbox/transport.ts";
import { openPlatform } from "./boot.ts";
import { type CartActions, createCartActions } from "./cart-actions.ts";
import { createDeviceCatalog } from "./device-catalog.ts";
import { keptSale, shown } from "./kept-sale.ts";
import { createMoney, type MoneyActions } from "./money.ts";
import { createPeople, type People } from "./people.ts";
import { createSelling } from "./selling.ts";
import type { DeviceState } from "./state.ts";

/** The terminal behind its page: what it knows and what can be done with it. One a tab. */
export interface Device extends People, CartActions, MoneyActions {
  readonly state: () => DeviceState;
  readonly watch: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly client: Asking;
  readonly catalog: Catalog;
  /**
   * Sells what is in the cart for these payments; what became of it is in the state.
   * @param pricedAt when the price that was shown was computed; promotions may have begun or ended since
   */
  readonly sell: (payments: readonly TakenPayment[], pricedAt?: string) => Promise<void>;
  readonly outbox: () => Outbox;
}

const NO_STATUS: Status = {
  unsent: 0,
  attention: 0,
  unread: [],
  contact: "unknown",
  isSending: false,
  isBroken: false,
};
const ANNOUNCE_MILLISECONDS = 5 * 60_000;
/** A server that was away is asked more often. */
const ANNOUNCE_MILLISECONDS_LOST = 10_000;

export function createDevice(url: string): Device {
  let state: DeviceState = {
    ...{ phase: "starting", ...freshHistory(), operators: [], isSelling: false },
    ...{ refusals: [], status: NO_STATUS },
  };
  const listeners = new Set<() => void>();
  const hold = (changed: Partial<DeviceState>) => {
    state = { ...state, ...changed };
  };
  const set = (changed: Partial<DeviceState>) => {
    hold(changed);
    for (const listener of [...listeners]) listener();
  };
  const get = () => state;
  const watch = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const client = createAsking(url);
  let parts: { readonly store: Store; readonly outbox: Outbox } | undefined;
  const opened = () => {
    if (parts === undefined) throw new Error("The device is not open.");
    return parts;
  };
  const broken = (error: unknown) => {
    set({ phase: "broken" });
    throw error;
  };
  const people = createPeople({ client, get, set, opened });

  async function open(): Promise<void> {
    const store = await openPlatform({
      elsewhere: () => set({ phase: "elsewhere" }),
      lost: () => set({ phase: "broken" }),
    });
    if (store === undefined) return set({ phase: "unsupported" });
    const transport = createTransport(createApiClient(url));
    const outbox = createOutbox({ store, transport, clock, isOffline: () => !navigator.onLine });
    outbox.watch(() => {
      const status = outbox.status();
      set(status.isBroken ? { status, phase: "broken" } : { status });
    });
    parts = { store, outbox };
    const { sale, money } = await outbox.resume();
    const kept = await readKept(store);
    set({ ...kept, ...shown(sale), resumed: money, operator: people.stillSignedIn(kept.operator) });
    set({ phase: kept.pairing === undefined ? "unpaired" : "ready" });
    window.addEventListener("online", () => void outbox.flush().catch(broken));
    setInterval(() => void refresh().catch(broken), ANNOUNCE_MILLISECONDS);
    setInterval(() => {
      if (state.status.contact === "lost") void outbox.announce().catch(broken);
    }, ANNOUNCE_MILLISECONDS_LOST);
    await refresh();
  }

  async function refresh(): Promise<void> {
    if (state.pairing === undefined) return;
    await opened().outbox.announce();
    await people.learnSettings();
    await people.learnOperators();
  }

  return {
    ...people,
    ...createCartActions({ get, set, opened, broken }),
    ...createMoney({ get, set, opened, broken }),
    sell: createSelling({ get, set, hold, opened, broken }),
    client,
    catalog: createDeviceCatalog(client, { state: get, watch, learnSettings: people.learnSettings }),
    state: get,
    outbox: () => opened().outbox,
    watch,
    start: () => void open().catch(broken),
  };
}

const clock = { now, sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)) };

/** What the device has kept since it was closed. */
function readKept(store: Store) {
  return store.run(async (transaction) => ({
    pairing: await transaction.get("pairing"),
    operator: await transaction.get("operator"),
    operators: (await transaction.get("operators")) ?? [],
    cart: (await transaction.get("cart")) ?? EMPTY_CART,
    settings: await transaction.get("settings"),
    ...(await keptSale(transaction)),
  }));
}
