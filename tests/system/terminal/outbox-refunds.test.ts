import { present } from "@pos/core/base/result.ts";
import type { Outbox } from "@pos/web/terminal/outbox/outbox.ts";
import type { SaleRow } from "@pos/web/terminal/outbox/row.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, listedExceptions, openCounter } from "../../contract/api/counter.ts";
import { type Data, signInOperator } from "../../support/api.ts";
import type { Device } from "./device.ts";
import { Devices, POINTS, PowerCut, sent, UNANSWERED } from "./outbox-devices.ts";

/** Refunds on their way, before the real API: each is made once, behind its sale, or not at all. */
let counter: Counter;
let devices: Devices;
let device: Device;

beforeAll(async () => {
  counter = await openCounter({ terminals: 2, secrets: true });
  devices = new Devices(counter);
});
afterAll(() => closeCounter(counter));

async function nextDevice(): Promise<Device> {
  device = await devices.next();
  return device;
}

/** A sale of the present device that the server has. */
async function sold(outbox: Outbox): Promise<SaleRow> {
  const settled = await outbox.complete(device.sale());
  expect(settled.status).toBe("recorded");
  devices.last++;
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

test("refund: only the damaged line stays out of stock when it is sent later, and its row names it", async () => {
  await nextDevice();
  const outbox = device.start();
  const [first, second] = [present(device.variants[0], "a variant"), present(device.variants[1], "another")];
  const line = { quantity: "2", discounts: [] };
  const lines = [
    { key: "1", variant: first, ...line },
    { key: "2", variant: second, ...line },
  ];
  const { status, row } = await outbox.complete(device.sale({ cart: { lines, discounts: [] } }));
  expect(status).toBe("recorded");
  devices.last++;
  const unanswered = async () => UNANSWERED;
  device.network = (transport) => ({ ...transport, sendOnline: unanswered, sendFacts: unanswered });
  const refund = device.refund(row, {
    lines: [
      { line: 1, quantity: "1" },
      { line: 2, quantity: "1", writeOff: true },
    ],
  });
  expect(await outbox.refund(refund)).toMatchObject({ status: "waiting" });
  expect(refund.refund.writtenOff).toEqual([{ description: second.name, quantity: "1" }]);
  device.network = (transport) => transport;
  await outbox.flush();
  await counter.api.reader.caughtUp();
  const query = "query ($id: ID!) { refund(id: $id) { lines { saleLine writtenOff } } }";
  const { data } = await counter.api.call(query, { variables: { id: refund.id }, token: counter.owner });
  expect(data.refund.lines).toEqual([
    { saleLine: 1, writtenOff: false },
    { saleLine: 2, writtenOff: true },
  ]);
});

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
  devices.last++;
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
