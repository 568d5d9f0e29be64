import type { Payment } from "@pos/core/selling/payment/model.ts";
import { newId, now } from "@pos/web/clock.ts";
import { type ApiClient, createApiClient } from "../api-client.ts";
import { type Cart, EMPTY_CART } from "../cart/cart.ts";
import { createOutbox, type NewRefund, type Outbox, type Settled } from "../outbox/outbox.ts";
import type { RefundRow, SaleRow } from "../outbox/row.ts";
import type { Status } from "../outbox/status.ts";
import type { Store } from "../outbox/store.ts";
import { createTransport } from "../outbox/transport.ts";
import { openPlatform } from "./boot.ts";
import { newSale } from "./new-sale.ts";
import { createPeople, type People } from "./people.ts";
import type { DeviceState } from "./state.ts";

/** The terminal behind its page: what it knows and what can be done with it. One a tab. */
export interface Device extends People {
  readonly state: () => DeviceState;
  readonly watch: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly client: ApiClient;
  readonly changeCart: (cart: Cart) => void;
  readonly undo: () => void;
  /** Sells what is in the cart; what became of it is in the state. */
  readonly sell: (payments: readonly Payment[]) => Promise<void>;
  /** Gives goods back. Undefined: something else is on its way. */
  readonly refund: (refund: NewRefund) => Promise<Settled<RefundRow> | undefined>;
  /** What became of a refund that was on its way when the page was loaded has been seen. */
  readonly seeRefund: () => void;
  /** The customer has gone: the next one. */
  readonly next: () => void;
  /** Why the cart is back, until it is changed. */
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

export function createDevice(url: string): Device {
  let state: DeviceState = { phase: "starting", cart: EMPTY_CART, isSelling: false, refusals: [], status: NO_STATUS };
  const listeners = new Set<() => void>();
  const set = (changed: Partial<DeviceState>) => {
    state = { ...state, ...changed };
    for (const listener of [...listeners]) listener();
  };
  const get = () => state;
  const client = createApiClient(url);
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
    const transport = createTransport(client);
    const outbox = createOutbox({ store, transport, clock, isOffline: () => !navigator.onLine });
    outbox.watch(() => {
      const status = outbox.status();
      set(status.isBroken ? { status, phase: "broken" } : { status });
    });
    parts = { store, outbox };
    const { sale, refund } = await outbox.resume();
    const kept = await store.run(async (transaction) => ({
      pairing: await transaction.get("pairing"),
      operator: await transaction.get("operator"),
      cart: (await transaction.get("cart")) ?? EMPTY_CART,
      settings: await transaction.get("settings"),
    }));
    set({ ...kept, ...shown(sale), refunded: refund, operator: people.stillSignedIn(kept.operator) });
    set({ phase: kept.pairing === undefined ? "unpaired" : "ready" });
    window.addEventListener("online", () => void outbox.flush().catch(broken));
    setInterval(() => void refresh().catch(broken), ANNOUNCE_MILLISECONDS);
    await refresh();
  }

  async function refresh(): Promise<void> {
    if (state.pairing === undefined) return;
    await opened().outbox.announce();
    await people.learnSettings();
  }

  return {
    ...people,
    client,
    state: get,
    outbox: () => opened().outbox,
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start() {
      void open().catch(broken);
    },
    changeCart(cart) {
      set({ cart, before: state.cart, refusals: [] });
      void opened()
        .store.run((transaction) => transaction.set("cart", cart))
        .catch(broken);
    },
    undo() {
      if (state.before !== undefined) this.changeCart(state.before);
    },
    async sell(payments) {
      const { cart, settings, operator, isSelling } = state;
      if (isSelling || settings === undefined || operator === undefined) return;
      set({ isSelling: true, refusals: [] });
      const sale = newSale({ id: newId("sal"), occurredAt: now(), cart, payments, settings, operator });
      const settled = await opened().outbox.complete(sale).catch(broken);
      set({ ...shown(settled), isSelling: false });
    },
    async refund(refund) {
      if (state.isSelling) return undefined;
      set({ isSelling: true });
      const settled = await opened().outbox.refund(refund).catch(broken);
      set({ isSelling: false });
      return settled;
    },
    seeRefund: () => set({ refunded: undefined }),
    next: () => set({ settled: undefined }),
  };
}

const clock = { now, sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)) };

/** A recorded sale is shown until the next begins; a refused one becomes the cart again. */
function shown(settled: Settled<SaleRow> | undefined): Partial<DeviceState> {
  if (settled === undefined) return {};
  if (settled.status === "refused")
    return { cart: settled.row.sale.cart, before: undefined, refusals: settled.refusals };
  return { cart: EMPTY_CART, before: undefined, settled };
}
