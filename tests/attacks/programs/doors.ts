import { statSync } from "node:fs";
import type { Attack } from "../attack.ts";
import { newId } from "../ids.ts";
import { unless } from "../pace.ts";
import { type AttackShop, COMPLETE } from "../shop.ts";
import { type Answer, at, codesOf, listAt, numberAt, parsed, type Wire } from "../wire.ts";

/** What must not open, and what must not stay shut. */

export const forwardedMail: Attack = {
  id: "A9",
  about: "/mail through a proxy, and by other programs of this machine",
  isQuick: true,
  async run({ shop, wire }) {
    const { host } = new URL(wire.url);
    const ways = [
      {},
      { host, "x-forwarded-host": "shop.example", "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" },
      { host, forwarded: "for=203.0.113.9;host=shop.example;proto=https" },
      { host, via: "1.1 proxy" },
      { cookie: "pos_session=none" },
    ];
    const answers = await Promise.all(ways.map((headers) => wire.ask("/mail", { headers })));
    const shown = answers.filter((answer) => answer?.text.includes(shop.mailedTo)).length;
    return {
      figures: { asked: ways.length, shown },
      wrong: unless(shown === 0, `${shown} of ${ways.length} show mails`),
    };
  },
};

export const limitedOwner: Attack = {
  id: "A5",
  about: "an owner of one location makes an owner of all, and a location",
  isQuick: true,
  async run({ shop, wire }) {
    const { token } = shop.limitedOwner;
    const staff = { id: newId("stf"), name: "Larger", role: "OWNER", operatorNumber: "88120", pin: "628174" };
    const location = { id: newId("loc"), code: "LARGER", name: "Larger", timeZone: "Europe/London" };
    const asked = [
      await wire.graphql(
        "mutation ($input: CreateStaffInput!) { createStaff(input: $input) { userErrors { code } } }",
        { input: staff },
        { token },
      ),
      await wire.graphql(
        "mutation ($input: CreateLocationInput!) { createLocation(input: $input) { userErrors { code } } }",
        { input: location },
        { token },
      ),
    ];
    return { figures: {}, wrong: asked.flatMap((answer) => unless(codesOf(answer).length > 0, "it was created")) };
  },
};

const HIGHEST = 2_147_483_647;
const JUMP = 5_000_000;

export const sequences: Attack = {
  id: "A14",
  about: "receipt numbers that jump beyond what can be counted on",
  isQuick: true,
  async run({ shop, wire }) {
    const created: string[] = [];
    const sell = async (sequence: number): Promise<readonly string[]> => {
      const input = saleOf(shop, sequence);
      const answer = await wire.graphql(COMPLETE, { input }, { token: shop.terminal.operator });
      const recorded = at(answer && parsed(answer.text), "data.completeSale.sale.id") === input.id;
      if (recorded) created.push(input.id);
      return recorded ? [] : codesOf(answer);
    };
    const highest = await sell(HIGHEST);
    await sell(JUMP);
    const query = "{ terminalSettings { lastSequence } }";
    // What is recorded is booked within a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const last = numberAt(
      await wire.must(query, {}, { token: shop.terminal.operator }),
      "terminalSettings.lastSequence",
    );
    const next = await sell(last + 1);
    return {
      figures: { last },
      created,
      wrong: [
        ...unless(highest.includes("INVALID_SEQUENCE"), `${HIGHEST} was answered ${highest.join() || "a sale"}`),
        ...unless(last < JUMP, `lastSequence moved to ${last}`),
        ...unless(next.length === 0, `the next number was answered ${next.join()}`),
      ],
    };
  },
};

export function saleOf({ articles }: AttackShop, sequence: number, note?: string) {
  const [article] = articles;
  if (!article) throw new Error("There are no goods");
  const { sku, price } = article;
  return {
    ...{ id: newId("sal"), sequence, occurredAt: new Date().toISOString() },
    lines: [{ variant: { sku }, quantity: "1", unitPrice: (price / 100).toFixed(2) }],
    payments: [{ id: newId("pay"), method: "CARD", amount: price }],
    ...(note === undefined ? {} : { note }),
  };
}

export const origins: Attack = {
  id: "A24",
  about: "a session's cookie from origins that only resemble the host's",
  isQuick: true,
  async run({ shop, wire }) {
    const cookie = `pos_session=${shop.manager.token}`;
    const { host } = new URL(wire.url);
    const own = await me(wire, { cookie, origin: wire.url });
    const foreign = await Promise.all(
      [
        { origin: `https://${host}` },
        { origin: `http://user@${host}` },
        { origin: "http://shop.example", "x-forwarded-host": "shop.example" },
        { origin: "null" },
        { origin: `http://${host}.attacker.example` },
        {},
      ].map((headers) => me(wire, { cookie, ...headers })),
    );
    const accepted = foreign.filter(isKnown).length;
    return {
      figures: { tried: foreign.length, accepted },
      wrong: [
        ...unless(isKnown(own), "the own origin was not accepted"),
        ...unless(accepted === 0, `${accepted} foreign origins were accepted`),
      ],
    };
  },
};

function me(wire: Wire, headers: { readonly [name: string]: string }): Promise<Answer | undefined> {
  return wire.graphql("{ me { kind } }", {}, { headers: { "x-session": "cookie", ...headers } });
}

function isKnown(answer: Answer | undefined): boolean {
  return at(answer && parsed(answer.text), "data.me.kind") === "STAFF";
}

/** Every data folder of this suite was made with mode 0755 before its host first started. */
export const folderMode: Attack = {
  id: "A13",
  about: "a data folder that others could read before",
  isQuick: true,
  async run({ folder }) {
    const mode = statSync(folder).mode & 0o777;
    return { figures: { mode: mode.toString(8) }, wrong: unless((mode & 0o077) === 0, "others may read it") };
  },
};

export const poison: Attack = {
  id: "A15",
  about: "a conflicting copy that does not fit into a record",
  isQuick: true,
  async run({ shop, wire }) {
    const { terminal } = shop;
    const first = saleOf(shop, terminal.sequence + 100);
    await wire.must(COMPLETE, { input: first }, { token: terminal.operator });
    const lines = Array.from({ length: 2_000 }, (_, index) => ({
      description: `${index} ${"o".repeat(190)}`,
      quantity: "1",
      unitPrice: "0.01",
      note: "n".repeat(150),
    }));
    const payments = [{ id: newId("pay"), method: "CARD", amount: 2_000 }];
    const sync =
      "mutation ($input: SyncSalesInput!) { syncSales(input: $input) { results { status userErrors { code } } } }";
    const answer = await wire.graphql(
      sync,
      { input: { sales: [{ ...first, lines, payments }] } },
      { token: terminal.operator },
    );
    const [result] = listAt(answer && parsed(answer.text), "data.syncSales.results");
    const status = String(at(result, "status") ?? (codesOf(answer).join() || "no answer"));
    return {
      figures: { status },
      created: [first.id],
      wrong: unless(status === "QUARANTINED" || status === "REJECTED", `it was answered ${status}`),
    };
  },
};
