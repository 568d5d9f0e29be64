import { present } from "@pos/core/base/result.ts";
import type { Payment } from "@pos/core/selling/payment/model.ts";
import { ALL_RESTOCKED } from "@pos/web/components/written-off.ts";
import { createApiClient } from "@pos/web/terminal/api-client.ts";
import type { Cart, CartVariant } from "@pos/web/terminal/cart/cart.ts";
import { newSale, type Sold } from "@pos/web/terminal/device/new-sale.ts";
import { createOutbox, type NewRefund, type NewSale, type Outbox } from "@pos/web/terminal/outbox/outbox.ts";
import type { SaleRow } from "@pos/web/terminal/outbox/row.ts";
import type { Operator } from "@pos/web/terminal/outbox/store.ts";
import { createTransport, type Transport } from "@pos/web/terminal/outbox/transport.ts";
import { type GivenBack, newRefund } from "@pos/web/terminal/sales/new-refund.ts";
import { newUnlinked, priceUnlinked } from "@pos/web/terminal/sales/unlinked.ts";
import type { Settings } from "@pos/web/terminal/settings.ts";
import type { Counter } from "../../contract/api/counter.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

/** A terminal's outbox before the real API, on a device whose power and network can be cut. */
export interface Device {
  readonly store: MemoryStore;
  readonly settings: Settings;
  readonly operator: Operator;
  readonly variants: readonly CartVariant[];
  /** What the network does to a request; may be changed at any time. */
  network: (transport: Transport) => Transport;
  /** Every time a page is loaded, with what the store holds. */
  readonly start: () => Outbox;
  readonly sale: (fields?: Partial<Pick<Sold, "cart" | "payments">>) => NewSale;
  /** One of the first line of a sale, paid back by card. */
  readonly refund: (sale: SaleRow, fields?: Partial<GivenBack>) => NewRefund;
  /** One of the first article, without a receipt, paid back by card. */
  readonly unlinked: (cart?: Cart) => NewRefund;
}

const SETTINGS = `{ terminalSettings { terminal { id code name location { id name timeZone } } merchantName currency cashStep
  pricesIncludeTax taxLevel taxRounding defaultTaxCodeId taxCodes { id name rate } lastSequence } }`;
const SIGN_IN = `mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token operatorId expiresAt } }`;
const GOODS = "{ products(first: 20) { nodes { taxCode { id } variants { id sku name unitPrice } } } }";

/** @param after the device's receipt numbers so far */
export async function openDevice(counter: Counter, { after = 0, terminal = 0 } = {}): Promise<Device> {
  const { api, shop } = counter;
  const token = present(counter.terminals[terminal], "a terminal");
  const settings = (await api.call(SETTINGS, { token })).data.terminalSettings as Settings;
  const { operatorNumber, pin } = shop.staff.MANAGER;
  const signedIn = await api.call(SIGN_IN, { token, variables: { input: { operatorNumber, pin } } });
  const goods = await api.call(GOODS, { token });
  const variants: CartVariant[] = goods.data.products.nodes.flatMap(
    ({ taxCode, variants: of }: { taxCode: { id: string }; variants: CartVariant[] }) =>
      of.map((variant) => ({ ...variant, taxCodeId: taxCode.id })),
  );
  const operator: Operator = {
    ...signedIn.data.signInOperator,
    ...{ number: operatorNumber, permissions: [], seenAt: shop.clock.now(), isLocked: false },
  };
  const store = createMemoryStore();
  await store.run(async ({ set }) => {
    await set("pairing", { terminalId: settings.terminal.id, token, pairedAt: shop.clock.now() });
    await set("operator", operator);
    await set(`numbers:${settings.terminal.id}`, { last: after, free: [] });
  });
  const real = createTransport(createApiClient(`${api.url}/graphql`));
  const device: Device = {
    ...{ store, settings, operator, variants },
    network: (transport) => transport,
    start: () => {
      const through: Transport = {
        sendOnline: (...sent) => device.network(real).sendOnline(...sent),
        sendFacts: (...sent) => device.network(real).sendFacts(...sent),
        announce: (...sent) => device.network(real).announce(...sent),
      };
      return createOutbox({ store, transport: through, clock: quickClock(counter) });
    },
    sale({ cart = cartOf(device), payments } = {}) {
      const id = shop.clock.newId("sal");
      const made = { id, occurredAt: shop.clock.now(), cart, settings, operator };
      return newSale({ ...made, payments: payments ?? [cardFor(counter, cart)] });
    },
    unlinked(cart = cartOf(device)) {
      const [id, occurredAt] = [shop.clock.newId("ref"), shop.clock.now()];
      const priced = present(priceUnlinked(cart, settings, occurredAt), "a price");
      const refund = { cart, priced, method: "CARD" as const, reason: "No receipt", writtenOff: ALL_RESTOCKED };
      return newUnlinked(refund, { id, occurredAt, operator, settings });
    },
    refund(sale, fields = {}) {
      const line = present(sale.sale.receipt.lines[0], "a line");
      const amount = Math.round(Number(line.unitPrice) * 100);
      const paymentId = JSON.parse(sale.request).payments[0].id as string;
      const { receiptNumber, pricesIncludeTax, lines } = sale.sale.receipt;
      return newRefund({
        ...{ id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), operator, settings },
        sale: { id: sale.id, receiptNumber, pricesIncludeTax, lines, payments: [] },
        lines: [{ line: 1, quantity: "1" }],
        plan: {
          lines: [{ line: 1, total: amount }],
          payments: [{ paymentId, method: "CARD", amount }],
          ...{ taxTotal: 0, rounding: 0, total: amount, unpaid: 0 },
        },
        reason: "",
        ...fields,
      });
    },
  };
  return device;
}

/** The shop's time; sleeping advances it. */
function quickClock({ shop }: Counter) {
  return {
    now: () => shop.clock.now(),
    async sleep(milliseconds: number) {
      await new Promise((done) => setImmediate(done));
      shop.clock.advance(milliseconds);
    },
  };
}

export function cartOf({ variants }: Pick<Device, "variants">, quantity = "1"): Cart {
  const variant = present(variants[0], "a variant");
  return { lines: [{ key: "1", variant, quantity, discounts: [] }], discounts: [] };
}

function cardFor({ shop }: Counter, { lines }: Cart): Payment {
  const amount = lines.reduce(
    (sum, { variant, quantity }) => sum + Math.round(Number(variant.unitPrice) * Number(quantity) * 100),
    0,
  );
  return { id: shop.clock.newId("pay"), method: "CARD", amount };
}
