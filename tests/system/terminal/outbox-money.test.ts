import { newPayment } from "@pos/web/terminal/account/new-payment.ts";
import type { Outbox } from "@pos/web/terminal/outbox/outbox.ts";
import type { MoneyRow } from "@pos/web/terminal/outbox/row.ts";
import type { Transport } from "@pos/web/terminal/outbox/transport.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter } from "../../contract/api/counter.ts";
import type { Data } from "../../support/api.ts";
import { cartOf, type Device } from "./device.ts";
import { Devices, POINTS, PowerCut, sent, UNANSWERED } from "./outbox-devices.ts";

/** Money that moves outside a sale, before the real API: it is recorded once or not at all, whatever is lost on the way. */
let counter: Counter;
let devices: Devices;
let device: Device;
let customerId: string;
let opened: Outbox | undefined;

const PAYMENTS = "query ($id: ID!) { customer(id: $id) { account { owed { amount } } } }";
const REFUND = "query ($id: ID!) { refund(id: $id) { id reason operatorId exceptions { code } } }";

beforeAll(async () => {
  counter = await openCounter({ terminals: 2, secrets: true });
  devices = new Devices(counter);
});
afterAll(() => closeCounter(counter));

async function nextDevice(): Promise<Outbox> {
  device = await devices.next();
  const cart = cartOf(device);
  await device.store.run(({ set }) => set("cart", cart));
  customerId = counter.shop.clock.newId("cus");
  const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  const variables = { input: { id: customerId, name: "Ada" } };
  const created = await counter.api.call(create, { variables, token: counter.owner });
  expect(created.data.createCustomer.userErrors).toEqual([]);
  opened = device.start();
  return opened;
}

// What still waits would be sent again and again, and each time takes the shop's clock.
afterEach(() => opened?.close());

const unanswered = async () => UNANSWERED;
const away = (transport: Transport): Transport => ({ ...transport, sendOnline: unanswered, sendFacts: unanswered });

async function only(): Promise<MoneyRow> {
  const rows = await device.store.all();
  expect(rows).toHaveLength(1);
  return rows[0] as MoneyRow;
}

async function refundOf(id: string): Promise<Data> {
  return (await counter.api.call(REFUND, { variables: { id }, token: counter.owner })).data.refund;
}

async function keptCart() {
  return device.store.run(({ get }) => get("cart"));
}

async function owed(): Promise<number> {
  await counter.api.reader.caughtUp();
  const variables = { id: customerId };
  return (await counter.api.call(PAYMENTS, { variables, token: counter.owner })).data.customer.account.owed.amount;
}

describe("refund without a receipt", () => {
  test("takes its goods out of the cart when it is stored, and is acknowledged", async () => {
    const outbox = await nextDevice();
    const refund = device.unlinked();
    expect(await outbox.refund(refund)).toMatchObject({ status: "recorded", row: { state: "acknowledged" } });
    expect([await keptCart(), (await refundOf(refund.id)).reason]).toEqual([undefined, "No receipt"]);
  });

  test.each([
    ["before it arrives", false],
    ["before its answer comes back", true],
  ])("is sent again with the same bytes until it is answered when the connection is lost %s", async (_, arrives) => {
    const outbox = await nextDevice();
    const requests: string[] = [];
    let cuts = 20;
    device.network = (transport) => ({
      ...transport,
      async sendOnline(token, fact, timeout) {
        requests.push(fact.request);
        const isCut = cuts-- > 0;
        if (isCut && !arrives) return UNANSWERED;
        const answer = await transport.sendOnline(token, fact, timeout);
        return isCut ? UNANSWERED : answer;
      },
      sendFacts: async () => expect.fail("A terminal's own token may not refund without a receipt."),
    });
    const refund = device.unlinked();
    expect(await outbox.refund(refund)).toMatchObject({ status: "unanswered", row: { state: "unanswered" } });
    expect([await keptCart(), outbox.status().unsent]).toEqual([undefined, 1]);
    await sent(outbox);
    expect(requests.length).toBeGreaterThan(20);
    expect(new Set(requests)).toEqual(new Set([refund.request]));
    expect(await only()).toMatchObject({ id: refund.id, state: "acknowledged" });
    expect(await refundOf(refund.id)).toMatchObject({ operatorId: device.operator.operatorId, exceptions: [] });
  });

  test.each(POINTS.flatMap((count) => (["before", "after"] as const).map((point) => [point, count] as const)))(
    "is made once or not at all, with its cart, when the power is cut %s transaction %i",
    async (point, count) => {
      const first = await nextDevice();
      let seen = 0;
      device.store.at = (where) => {
        if (where === point && ++seen >= count) throw new PowerCut();
      };
      const refund = device.unlinked();
      await first.refund(refund).catch((error: unknown) => expect(error).toBeInstanceOf(PowerCut));
      first.close();
      device.store.at = () => {};
      const again = device.start();
      await again.resume();
      await sent(again);
      const isStored = (await device.store.all()).some(({ id }) => id === refund.id);
      // A cart whose goods were given back cannot be given back again under another id.
      expect((await keptCart()) === undefined).toBe(isStored);
      expect((await refundOf(refund.id)) !== null).toBe(isStored);
    },
  );

  test("waits for its operator, and holds up no sale meanwhile", async () => {
    const outbox = await nextDevice();
    device.network = away;
    const refund = device.unlinked();
    expect(await outbox.refund(refund)).toMatchObject({ status: "unanswered" });
    await device.store.run(({ remove }) => remove("operator"));
    device.network = (transport) => transport;
    await outbox.flush();
    await device.store.run(({ set }) => set("operator", { ...device.operator, operatorId: "stf_OTHER" }));
    await outbox.flush();
    const { status } = await outbox.complete(device.sale());
    await outbox.flush();
    devices.last++;
    expect([status, outbox.status().unsent, await refundOf(refund.id)]).toEqual(["waiting", 1, null]);
    await device.store.run(({ set }) => set("operator", device.operator));
    await outbox.flush();
    expect([outbox.status().unsent, (await refundOf(refund.id)).id]).toEqual([0, refund.id]);
  });

  test("is refused with its reason, and its goods are in the cart again", async () => {
    const outbox = await nextDevice();
    const dear = cartOf(device, "2");
    const { request, ...refund } = device.unlinked(dear);
    const input = JSON.parse(request);
    input.payments[0].amount++;
    const settled = await outbox.refund({ ...refund, request: JSON.stringify(input) });
    expect(settled).toMatchObject({ status: "refused", refusals: [{ code: "PAYMENT_MISMATCH" }] });
    expect([await device.store.all(), await keptCart()]).toEqual([[], dear]);
  });

  test("needs attention when the server refuses it later, and is sent again as it was", async () => {
    const outbox = await nextDevice();
    device.network = away;
    const { request, ...refund } = device.unlinked();
    const input = JSON.parse(request);
    input.payments[0].amount++;
    await outbox.refund({ ...refund, request: JSON.stringify(input) });
    device.network = (transport) => transport;
    await sent(outbox);
    expect(await only()).toMatchObject({ state: "attention", refusals: [{ code: "PAYMENT_MISMATCH" }] });
    device.network = away;
    await outbox.sendAgain(refund.id);
    expect(await only()).toMatchObject({ state: "unanswered" });
  });

  test("is sent by its operator again to a server that was restored", async () => {
    const outbox = await nextDevice();
    const refund = device.unlinked();
    await outbox.refund(refund);
    const again: string[] = [];
    device.network = (transport) => ({
      ...transport,
      announce: async (token) => ({ ...(await transport.announce(token)), epoch: 2 }),
      async sendOnline(token, fact, timeout) {
        again.push(fact.request);
        const answer = await transport.sendOnline(token, fact, timeout);
        return "unanswered" in answer ? answer : { ...answer, epoch: 2 };
      },
    });
    await outbox.announce();
    await sent(outbox);
    expect([again, await only()]).toMatchObject([[refund.request], { state: "acknowledged", epoch: 2 }]);
  });
});

describe("customer's payment", () => {
  const paid = (amount: number) => {
    const customer = { id: customerId, name: "Ada" };
    return newPayment({ customer, method: "CARD", amount, owed: -amount }, device.operator, device.settings);
  };

  test.each([
    ["before it arrives", false],
    ["before its answer comes back", true],
  ])("is recorded once when the connection is lost %s", async (_, arrives) => {
    const outbox = await nextDevice();
    device.network = (transport) => ({
      ...away(transport),
      async sendOnline(token, fact, timeout) {
        if (arrives) await transport.sendOnline(token, fact, timeout);
        return UNANSWERED;
      },
    });
    const payment = paid(700);
    expect(await outbox.takePayment(payment)).toMatchObject({ status: "waiting", row: { state: "happened" } });
    outbox.close();
    device.network = (transport) => transport;
    const again = device.start();
    await again.resume();
    await sent(again);
    expect(await only()).toMatchObject({ id: payment.id, state: "acknowledged", request: payment.request });
    expect([await owed(), await keptCart()]).toEqual([-700, cartOf(device)]);
  });

  test("is refused when its customer is unknown: nothing is kept", async () => {
    const outbox = await nextDevice();
    customerId = counter.shop.clock.newId("cus");
    expect(await outbox.takePayment(paid(5))).toMatchObject({
      status: "refused",
      refusals: [{ code: "UNKNOWN_CUSTOMER" }],
    });
    expect(await device.store.all()).toEqual([]);
  });
});
