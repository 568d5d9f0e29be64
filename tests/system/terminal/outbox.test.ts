import { present } from "@pos/core/base/result.ts";
import type { Outbox } from "@pos/web/terminal/outbox/outbox.ts";
import type { SaleRow } from "@pos/web/terminal/outbox/row.ts";
import type { Transport } from "@pos/web/terminal/outbox/transport.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, listedExceptions, openCounter, sync } from "../../contract/api/counter.ts";
import { type Data, signInOperator } from "../../support/api.ts";
import { cartOf, type Device, openDevice } from "./device.ts";

/** Sales on their way, before the real API: whatever is lost or crashes, each is recorded once. */
let counter: Counter;
let device: Device;
let last = 0;

beforeAll(async () => {
  counter = await openCounter({ terminals: 2, secrets: true });
});
afterAll(() => closeCounter(counter));

/** A device of its own for each test, which counts on where the one before it stopped. */
async function nextDevice(): Promise<Device> {
  device = await openDevice(counter, { after: last });
  return device;
}

class PowerCut extends Error {}

const UNANSWERED = { unanswered: "NETWORK" };

async function sequences(): Promise<number[]> {
  const query = "query { sales(first: 100) { nodes { sequence terminal { id } } } }";
  await counter.api.reader.caughtUp();
  const { data } = await counter.api.call(query, { token: counter.terminal });
  const mine = data.sales.nodes.filter(
    ({ terminal }: { terminal: { id: string } }) => terminal.id === device.settings.terminal.id,
  );
  return mine.map(({ sequence }: { sequence: number }) => sequence).sort((a: number, b: number) => a - b);
}

/** It tries again by itself until nothing is left. */
async function sent(outbox: Outbox): Promise<void> {
  while (outbox.status().unsent > 0) await new Promise((done) => setTimeout(done, 5));
}

/** Everything has been sent and answered; the numbers of all sales so far are 1, 2, 3, … */
async function expectAllOnce(outbox: Outbox, sold: number): Promise<void> {
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ unsent: 0, attention: 0 });
  last += sold;
  expect(await sequences()).toEqual(Array.from({ length: last }, (_, index) => index + 1));
}

/** What a page does that is loaded again: settles what was on its way, then sells what is still in the cart. */
async function startAgainAndSell(): Promise<Outbox> {
  device.store.at = () => {};
  device.network = (transport) => transport;
  const outbox = device.start();
  await outbox.resume();
  const cart = await device.store.run(({ get }) => get("cart"));
  if (cart !== undefined) await outbox.complete(device.sale({ cart }));
  return outbox;
}

test("a sale that is answered is recorded, kept and numbered", async () => {
  const { store, start, sale } = await nextDevice();
  const outbox = start();
  const sold = sale();
  expect(await outbox.complete(sold)).toMatchObject({
    status: "recorded",
    row: { id: sold.id, sale: { sequence: last + 1 } },
  });
  expect(await store.all()).toMatchObject([{ id: sold.id, state: "acknowledged", epoch: 1 }]);
  expect(outbox.status()).toMatchObject({ contact: "there" });
  await expectAllOnce(outbox, 1);
});

const POINTS = Array.from({ length: 8 }, (_, index) => index + 1);
test.each(POINTS.flatMap((count) => (["before", "after"] as const).map((point) => [point, count] as const)))(
  "power cut %s transaction %i of a sale: sold once",
  async (point, count) => {
    await nextDevice();
    const { store, sale } = device;
    await store.run(({ set }) => set("cart", cartOf(device)));
    let seen = 0;
    store.at = (where) => {
      if (where === point && ++seen >= count) throw new PowerCut();
    };
    const outbox = device.start();
    await outbox.complete(sale()).catch((error: unknown) => expect(error).toBeInstanceOf(PowerCut));
    outbox.close();
    await expectAllOnce(await startAgainAndSell(), 1);
  },
);

type Cut = (transport: Transport) => Transport;
const CUTS: readonly (readonly [what: string, cut: Cut])[] = [
  [
    "the power goes before the request has left",
    (transport) => ({ ...transport, sendOnline: () => Promise.reject(new PowerCut()) }),
  ],
  [
    "the power goes after the server has recorded it",
    (transport) => ({
      ...transport,
      sendOnline: async (...sent) => {
        await transport.sendOnline(...sent);
        throw new PowerCut();
      },
    }),
  ],
];
test.each(CUTS)("%s: sold once", async (_, cut) => {
  await nextDevice();
  await device.store.run(({ set }) => set("cart", cartOf(device)));
  device.network = cut;
  const outbox = device.start();
  const sold = device.sale();
  await expect(outbox.complete(sold)).rejects.toBeInstanceOf(PowerCut);
  outbox.close();
  const again = await startAgainAndSell();
  expect(await device.store.all()).toMatchObject([{ id: sold.id, state: "acknowledged" }]);
  await expectAllOnce(again, 1);
});

test.each([
  ["before it arrives", false],
  ["before its answer comes back", true],
])(
  "a connection that is lost %s: the customer goes, the same bytes are sent until they are acknowledged",
  async (_, arrives) => {
    await nextDevice();
    const requestsSent: string[] = [];
    let cuts = 3;
    device.network = (transport) => ({
      ...transport,
      async sendOnline(token, fact, timeout) {
        requestsSent.push(fact.request);
        if (arrives) await transport.sendOnline(token, fact, timeout);
        return UNANSWERED;
      },
      async sendFacts(token, facts) {
        requestsSent.push(...facts.map(({ request }) => request));
        if (arrives) await transport.sendFacts(token, facts);
        return cuts-- > 0 ? UNANSWERED : transport.sendFacts(token, facts);
      },
    });
    const outbox = device.start();
    const { row } = present(await outbox.complete(device.sale()), "an end") as { row: { state: string } };
    expect(row.state).toBe("happened");
    await sent(outbox);
    expect(requestsSent.length).toBeGreaterThan(4);
    expect(new Set(requestsSent).size).toBe(1);
    await expectAllOnce(outbox, 1);
  },
);

test("sent twice at once, live and as happened: recorded once", async () => {
  await nextDevice();
  device.network = (transport) => ({
    ...transport,
    async sendOnline(token, fact, timeout) {
      const { token: own } = present(await device.store.run(({ get }) => get("pairing")), "a pairing");
      const [answer] = await Promise.all([
        transport.sendOnline(token, fact, timeout),
        transport.sendFacts(own, [fact, fact]),
      ]);
      return answer;
    },
  });
  const outbox = device.start();
  expect(await outbox.complete(device.sale())).toMatchObject({ status: "recorded" });
  await expectAllOnce(outbox, 1);
});

test("what the server refuses gives the cart back with its reasons, and its number to the next sale", async () => {
  await nextDevice();
  const outbox = device.start();
  const cart = { ...cartOf(device), customer: { id: counter.shop.clock.newId("cus"), name: "Nobody" } };
  const refused = await outbox.complete(device.sale({ cart }));
  expect(refused).toMatchObject({
    status: "refused",
    row: { sale: { cart } },
    refusals: [{ code: "UNKNOWN_CUSTOMER" }],
  });
  expect(await device.store.all()).toEqual([]);
  expect(await device.store.run(({ get }) => get("cart"))).toEqual(cart);
  expect(await outbox.complete(device.sale())).toMatchObject({
    status: "recorded",
    row: { sale: { sequence: last + 1 } },
  });
  await expectAllOnce(outbox, 1);
});

test.each(POINTS)("power cut at transaction %i of a refusal: nothing is recorded, the cart is there", async (count) => {
  await nextDevice();
  const cart = { ...cartOf(device), customer: { id: counter.shop.clock.newId("cus"), name: "Nobody" } };
  await device.store.run(({ set }) => set("cart", cart));
  let seen = 0;
  device.store.at = (where) => {
    if (where === "after" && ++seen >= count) throw new PowerCut();
  };
  const outbox = device.start();
  await outbox.complete(device.sale({ cart })).catch(() => {});
  outbox.close();
  device.store.at = () => {};
  const again = device.start();
  await again.resume();
  expect(await device.store.run(({ get }) => get("cart"))).toEqual(cart);
  expect(await device.store.all()).toEqual([]);
  await again.complete(device.sale());
  await expectAllOnce(again, 1);
});

test("an operator whose session has ended: the terminal sends the sale itself, in the operator's name", async () => {
  await nextDevice();
  const { store, operator } = device;
  await store.run(({ set }) => set("operator", { ...operator, token: `${operator.token.slice(0, -4)}AAAA` }));
  const outbox = device.start();
  const sold = device.sale();
  expect(await outbox.complete(sold)).toMatchObject({ status: "waiting" });
  await expectAllOnce(outbox, 1);
  const query = "query ($id: ID!) { sale(id: $id) { operatorId exceptions { code } } }";
  const { data } = await counter.api.call(query, { variables: { id: sold.id }, token: counter.terminal });
  expect(data.sale).toEqual({ operatorId: operator.operatorId, exceptions: [] });
});

test("a page that is loaded again much later does not ask live: the goods have gone", async () => {
  await nextDevice();
  device.network = (transport) => ({ ...transport, sendOnline: () => Promise.reject(new PowerCut()) });
  const outbox = device.start();
  await expect(outbox.complete(device.sale())).rejects.toBeInstanceOf(PowerCut);
  outbox.close();
  counter.shop.clock.advance(10 * 60_000);
  const again = device.start();
  expect(await again.resume()).toMatchObject({ sale: { status: "waiting" } });
  await expectAllOnce(again, 1);
});

test("a restored server gets all that it may have lost, in batches, and a second time nothing", async () => {
  await nextDevice();
  const outbox = device.start();
  for (let count = 0; count < 105; count++) await outbox.complete(device.sale());
  const batches: number[] = [];
  device.network = (transport) => ({
    ...transport,
    announce: async (token) => ({ ...(await transport.announce(token)), epoch: 2 }),
    async sendFacts(token, facts) {
      batches.push(facts.length);
      const answer = await transport.sendFacts(token, facts);
      return "unanswered" in answer ? answer : { ...answer, epoch: 2 };
    },
  });
  await outbox.announce();
  await outbox.flush();
  expect(batches).toEqual([100, 5]);
  expect((await device.store.all()).every(({ epoch, state }) => epoch === 2 && state === "acknowledged")).toBe(true);
  await outbox.announce();
  await outbox.flush();
  expect(batches).toEqual([100, 5]);
  last += 105;
});

test("outbox: sends all others when one row is broken, and keeps and shows it until an operator resolves it", async () => {
  device = await openDevice(counter, { terminal: 1 });
  const { store, start, sale } = device;
  device.network = (transport) => ({
    ...transport,
    sendOnline: async () => UNANSWERED,
    sendFacts: async () => UNANSWERED,
  });
  const outbox = start();
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) {
    const sold = sale();
    ids.push(sold.id);
    await outbox.complete(sold);
  }
  const second = present(
    (await store.all()).find(({ id }) => id === ids[1]),
    "the second",
  );
  await store.run(({ putRow }) =>
    putRow({ ...second, request: second.request.replace(/"quantity":"1"/, '"quantity":1e3') }),
  );
  device.network = (transport) => transport;
  await sent(outbox);
  expect(outbox.status()).toMatchObject({ unsent: 0, attention: 1 });
  expect((await store.all()).map(({ state }) => state)).toEqual(["acknowledged", "attention", "acknowledged"]);
  // Fixed by hand, it is sent again.
  await store.run(({ putRow }) => putRow({ ...second, state: "attention", epoch: 1 }));
  await outbox.sendAgain(second.id);
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ unsent: 0, attention: 0 });
});

test("another sale with the same id: quarantined, kept and shown, dismissed by a person", async () => {
  await nextDevice();
  const { store, start, sale } = device;
  const outbox = start();
  const sold = sale();
  const stranger = JSON.parse(sold.compose(last + 1).request);
  await sync(counter, [{ ...stranger, note: "The copy of a device that was restored" }]);
  expect(await outbox.complete(sold)).toMatchObject({
    status: "attention",
    row: { refusals: [{ code: "ID_CONFLICT" }] },
  });
  expect(outbox.status()).toMatchObject({ attention: 1, unsent: 0 });
  await outbox.dismiss(sold.id);
  expect(outbox.status()).toMatchObject({ attention: 0 });
  expect(await store.all()).toMatchObject([{ state: "dismissed" }]);
});

test("a terminal that was revoked keeps its sales until it is paired again", async () => {
  device = await openDevice(counter, { terminal: 1, after: 3 });
  const { store, start, sale } = device;
  const pairing = present(await store.run(({ get }) => get("pairing")), "a pairing");
  await store.run(({ set }) => set("pairing", { ...pairing, token: `${pairing.token.slice(0, -4)}AAAA` }));
  await store.run(({ remove }) => remove("operator"));
  const outbox = start();
  expect(await outbox.complete(sale())).toMatchObject({ status: "waiting" });
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ contact: "unpaired", unsent: 1 });
  await store.run(({ set }) => set("pairing", pairing));
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ contact: "there", unsent: 0 });
});

/** A sale of the present device that the server has. */
async function sold(outbox: Outbox): Promise<SaleRow> {
  const settled = await outbox.complete(device.sale());
  expect(settled.status).toBe("recorded");
  last++;
  return settled.row;
}

async function refundsOf(saleId: string): Promise<string[]> {
  await counter.api.reader.caughtUp();
  const query = "query ($id: ID!) { sale(id: $id) { refunds { id operatorId exceptions { code } } } }";
  const { data } = await counter.api.call(query, { variables: { id: saleId }, token: counter.owner });
  return data.sale.refunds.map(({ id, operatorId, exceptions }: Data) =>
    [id, operatorId, ...exceptions.map(({ code }: Data) => code)].join(" "),
  );
}

/** The sale has this refund, once, by the operator of the device and with nothing to object to. */
async function expectRefunded(outbox: Outbox, sale: SaleRow, refundId: string): Promise<void> {
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ unsent: 0, attention: 0 });
  expect(await refundsOf(sale.id)).toEqual([`${refundId} ${device.operator.operatorId}`]);
  expect((await device.store.all()).map(({ kind, state }) => [kind, state])).toEqual([
    ["sale", "acknowledged"],
    ["refund", "acknowledged"],
  ]);
}

test("refund: is recorded online and kept as acknowledged", async () => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const refund = device.refund(sale);
  expect(await outbox.refund(refund)).toMatchObject({ status: "recorded", row: { id: refund.id, epoch: 1 } });
  await expectRefunded(outbox, sale, refund.id);
});

test.each(POINTS.flatMap((count) => (["before", "after"] as const).map((point) => [point, count] as const)))(
  "refund: is made once or not at all when the power is cut %s transaction %i",
  async (point, count) => {
    await nextDevice();
    const first = device.start();
    const sale = await sold(first);
    let seen = 0;
    device.store.at = (where) => {
      if (where === point && ++seen >= count) throw new PowerCut();
    };
    const refund = device.refund(sale);
    let shown: unknown;
    await first.refund(refund).then(
      (settled) => {
        shown = settled;
      },
      (error: unknown) => expect(error).toBeInstanceOf(PowerCut),
    );
    first.close();
    device.store.at = () => {};
    const again = device.start();
    await again.resume();
    await again.flush();
    // Whatever was stored is made; what was not stored was never sent, and the operator has seen no result.
    const isStored = (await device.store.all()).some(({ id }) => id === refund.id);
    if (isStored) return expectRefunded(again, sale, refund.id);
    expect([shown, await refundsOf(sale.id)]).toEqual([undefined, []]);
  },
);

test("refund: leaves the device only after it is stored", async () => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const stored: unknown[] = [];
  device.network = (transport) => ({
    ...transport,
    async sendOnline(...sent) {
      stored.push((await device.store.all()).map(({ kind, state }) => `${kind} ${state}`));
      return transport.sendOnline(...sent);
    },
  });
  await outbox.refund(device.refund(sale));
  expect(stored).toEqual([["sale acknowledged", "refund live"]]);
});

test.each([
  ["before it arrives", false],
  ["before its answer comes back", true],
])("refund: sends the same bytes until they are acknowledged when the connection is lost %s", async (_, arrives) => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const requestsSent: string[] = [];
  let cuts = 3;
  device.network = (transport) => ({
    ...transport,
    async sendOnline(token, fact, timeout) {
      requestsSent.push(fact.request);
      if (arrives) await transport.sendOnline(token, fact, timeout);
      return UNANSWERED;
    },
    async sendFacts(token, facts) {
      requestsSent.push(...facts.map(({ request }) => request));
      if (arrives) await transport.sendFacts(token, facts);
      return cuts-- > 0 ? UNANSWERED : transport.sendFacts(token, facts);
    },
  });
  const refund = device.refund(sale);
  expect(await outbox.refund(refund)).toMatchObject({ status: "waiting", row: { state: "happened" } });
  await sent(outbox);
  expect(requestsSent.length).toBeGreaterThan(4);
  expect(new Set(requestsSent).size).toBe(1);
  await expectRefunded(outbox, sale, refund.id);
});

test("refund: goes with its sale in one batch and in order when both were made offline", async () => {
  await nextDevice();
  const batches: string[][] = [];
  device.network = (transport) => ({
    ...transport,
    sendOnline: async () => UNANSWERED,
    sendFacts: async () => UNANSWERED,
  });
  const outbox = device.start();
  const { row: sale } = await outbox.complete(device.sale());
  last++;
  const refund = device.refund(sale);
  expect(await outbox.refund(refund)).toMatchObject({ status: "waiting" });
  device.network = (transport) => ({
    ...transport,
    sendFacts(token, facts) {
      batches.push(facts.map(({ kind }) => kind));
      return transport.sendFacts(token, facts);
    },
  });
  await sent(outbox);
  expect(batches).toEqual([["sale", "refund"]]);
  await expectRefunded(outbox, sale, refund.id);
});

test("refund: is refused with its reason and leaves no row when nothing is left of the sale", async () => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const first = device.refund(sale);
  await outbox.refund(first);
  const refused = await outbox.refund(device.refund(sale));
  expect(refused).toMatchObject({ status: "refused" });
  expect("refusals" in refused && refused.refusals.map(({ code }) => code)).toContain("REFUND_EXCEEDS_SALE");
  await expectRefunded(outbox, sale, first.id);
});

test("refund: is refused when the operator has no right to it, and recorded with an exception when it has happened", async () => {
  await nextDevice();
  const { shop, api } = counter;
  const token = await signInOperator(api, shop, counter.terminal, "CASHIER");
  const cashier = { ...device.operator, token, operatorId: shop.staff.CASHIER.id };
  const outbox = device.start();
  const sale = await sold(outbox);
  await device.store.run(({ set }) => set("operator", cashier));
  const by = { operator: cashier };
  expect(await outbox.refund(device.refund(sale, by))).toMatchObject({
    status: "refused",
    refusals: [{ code: "REFUND_NOT_ALLOWED" }],
  });
  expect(await refundsOf(sale.id)).toEqual([]);
  device.network = (transport) => ({ ...transport, sendOnline: async () => UNANSWERED });
  const happened = device.refund(sale, by);
  expect(await outbox.refund(happened)).toMatchObject({ status: "waiting" });
  await sent(outbox);
  expect(await refundsOf(sale.id)).toEqual([`${happened.id} ${cashier.operatorId} REFUND_NOT_ALLOWED`]);
});

test("refund: is quarantined by the server, kept and shown when its id has other content", async () => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const refund = device.refund(sale);
  const input = { ...JSON.parse(refund.request), reason: "The copy of a device that was restored" };
  const record = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }";
  const made = await counter.api.call(record, { variables: { input }, token: counter.owner });
  expect(made.data.refundSale.userErrors).toEqual([]);
  expect(await outbox.refund(refund)).toMatchObject({ status: "waiting" });
  await outbox.flush();
  expect(outbox.status()).toMatchObject({ unsent: 0, attention: 1 });
  const kept = (await device.store.all()).find(({ id }) => id === refund.id);
  expect(kept).toMatchObject({ state: "attention", refusals: [{ code: "ID_CONFLICT" }], request: refund.request });
  expect(await listedExceptions(counter, refund.id)).toMatchObject([{ code: "ID_CONFLICT", status: "OPEN" }]);
  await outbox.dismiss(refund.id);
  expect(outbox.status()).toMatchObject({ attention: 0 });
});

test("refund: is sent again to a restored server, behind its sale", async () => {
  await nextDevice();
  const outbox = device.start();
  const sale = await sold(outbox);
  const refund = device.refund(sale);
  await outbox.refund(refund);
  const batches: string[][] = [];
  device.network = (transport) => ({
    ...transport,
    announce: async (token) => ({ ...(await transport.announce(token)), epoch: 2 }),
    async sendFacts(token, facts) {
      batches.push(facts.map(({ kind }) => kind));
      const answer = await transport.sendFacts(token, facts);
      return "unanswered" in answer ? answer : { ...answer, epoch: 2 };
    },
  });
  await outbox.announce();
  await outbox.flush();
  expect(batches).toEqual([["sale", "refund"]]);
  await expectRefunded(outbox, sale, refund.id);
});
