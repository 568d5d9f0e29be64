import type { Outbox } from "@pos/web/terminal/outbox/outbox.ts";
import { expect } from "vitest";
import type { Counter } from "../../contract/api/counter.ts";
import { type Device, openDevice } from "./device.ts";

/** What ends a device in the middle of its work. */
export class PowerCut extends Error {}

export const UNANSWERED = { unanswered: "NETWORK" };

/** Transactions at which the power is cut: more than a fact takes. */
export const POINTS = Array.from({ length: 8 }, (_, index) => index + 1);

/** Devices of one terminal, each of which counts on where the one before it stopped. */
export class Devices {
  readonly #counter: Counter;
  #device: Device | undefined;
  /** The number of the last sale that the server has. */
  last = 0;

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  async next(): Promise<Device> {
    this.#device = await openDevice(this.#counter, { after: this.last });
    return this.#device;
  }

  /** Everything has been sent and answered; the numbers of all sales so far are 1, 2, 3, … */
  async expectAllOnce(outbox: Outbox, sold: number): Promise<void> {
    await outbox.flush();
    expect(outbox.status()).toMatchObject({ unsent: 0, attention: 0 });
    this.last += sold;
    expect(await this.#sequences()).toEqual(Array.from({ length: this.last }, (_, index) => index + 1));
  }

  async #sequences(): Promise<number[]> {
    const query = "query { sales(first: 100) { nodes { sequence terminal { id } } } }";
    const { api, terminal } = this.#counter;
    await api.reader.caughtUp();
    const { data } = await api.call(query, { token: terminal });
    const mine = data.sales.nodes.filter(
      (sale: { terminal: { id: string } }) => sale.terminal.id === this.#device?.settings.terminal.id,
    );
    return mine.map(({ sequence }: { sequence: number }) => sequence).sort((a: number, b: number) => a - b);
  }
}

/** It tries again by itself until nothing is left. */
export async function sent(outbox: Outbox): Promise<void> {
  while (outbox.status().unsent > 0) await new Promise((done) => setTimeout(done, 5));
}

/** What a page does that is loaded again: settles what was on its way, then sells what is still in the cart. */
export async function startAgainAndSell(device: Device): Promise<Outbox> {
  device.store.at = () => {};
  device.network = (transport) => transport;
  const outbox = device.start();
  await outbox.resume();
  const cart = await device.store.run(({ get }) => get("cart"));
  if (cart !== undefined) await outbox.complete(device.sale({ cart }));
  return outbox;
}
