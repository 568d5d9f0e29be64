import { present } from "@pos/core/base/result.ts";
import type { Transport } from "@pos/web/terminal/outbox/transport.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter, sync } from "../../contract/api/counter.ts";
import { cartOf, type Device, openDevice } from "./device.ts";
import { Devices, POINTS, PowerCut, sent, startAgainAndSell, UNANSWERED } from "./outbox-devices.ts";

/** Sales on their way, before the real API: whatever is lost or crashes, each is recorded once. */
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

test("a sale that is answered is recorded, kept and numbered", async () => {
  const { store, start, sale } = await nextDevice();
  const outbox = start();
  const sold = sale();
  expect(await outbox.complete(sold)).toMatchObject({
    status: "recorded",
    row: { id: sold.id, sale: { sequence: devices.last + 1 } },
  });
  expect(await store.all()).toMatchObject([{ id: sold.id, state: "acknowledged", epoch: 1 }]);
  expect(outbox.status()).toMatchObject({ contact: "there" });
  await devices.expectAllOnce(outbox, 1);
});

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
    await devices.expectAllOnce(await startAgainAndSell(device), 1);
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
  const again = await startAgainAndSell(device);
  expect(await device.store.all()).toMatchObject([{ id: sold.id, state: "acknowledged" }]);
  await devices.expectAllOnce(again, 1);
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
    await devices.expectAllOnce(outbox, 1);
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
  await devices.expectAllOnce(outbox, 1);
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
    row: { sale: { sequence: devices.last + 1 } },
  });
  await devices.expectAllOnce(outbox, 1);
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
  await devices.expectAllOnce(again, 1);
});

test("an operator whose session has ended: the terminal sends the sale itself, in the operator's name", async () => {
  await nextDevice();
  const { store, operator } = device;
  await store.run(({ set }) => set("operator", { ...operator, token: `${operator.token.slice(0, -4)}AAAA` }));
  const outbox = device.start();
  const sold = device.sale();
  expect(await outbox.complete(sold)).toMatchObject({ status: "waiting" });
  await devices.expectAllOnce(outbox, 1);
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
  await devices.expectAllOnce(again, 1);
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
  devices.last += 105;
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
  const stranger = JSON.parse(sold.compose(devices.last + 1).request);
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
