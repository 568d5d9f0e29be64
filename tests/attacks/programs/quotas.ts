import type { Attack } from "../attack.ts";
import { newId } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { unless } from "../pace.ts";
import { COMPLETE } from "../shop.ts";
import { at, codesOf, listAt, parsed } from "../wire.ts";
import { saleOf } from "./doors.ts";

/** What fills a disk or other people's mailboxes. */

const REPORTS = 25;
const RECIPIENTS = 20;

export const mails: Attack = {
  id: "A17",
  about: "a manager sends 500 mails to strangers",
  isQuick: false,
  async run({ shop, wire }) {
    let taken = 0;
    const query = "mutation ($input: SendReportInput!) { sendReport(input: $input) { userErrors { code } } }";
    for (let report = 0; report < REPORTS; report++) {
      const recipients = Array.from(
        { length: RECIPIENTS },
        (_, index) => `stranger-${report}-${index}@elsewhere.example`,
      );
      const day = new Date(Date.now() - (report + 1) * 86_400_000).toISOString().slice(0, 10);
      const input = { id: newId("rsn"), locationId: shop.locationId, report: "DAILY", day, recipients, language: "EN" };
      const answer = await wire.graphql(query, { input }, { token: shop.manager.token });
      if (answer !== undefined && codesOf(answer).length === 0) taken += RECIPIENTS;
    }
    return { figures: { taken }, wrong: unless(taken <= LIMITS.mails, `${taken} mails were taken`) };
  },
};

const COPIES = 60;

export const copies: Attack = {
  id: "A18",
  about: "a cashier fills the disk with conflicting copies of one sale",
  isQuick: false,
  async run({ shop, wire }) {
    const { terminal } = shop;
    const first = saleOf(shop, terminal.sequence + 200);
    await wire.must(COMPLETE, { input: first }, { token: terminal.operator });
    const sync =
      "mutation ($input: SyncSalesInput!) { syncSales(input: $input) { results { status userErrors { code } } } }";
    const lines = Array.from({ length: 1_300 }, (_, index) => ({
      description: `${index} ${"o".repeat(190)}`,
      quantity: "1",
      unitPrice: "0.01",
    }));
    let kept = 0;
    let bytes = 0;
    for (let copy = 0; copy < COPIES; copy++) {
      const payments = [{ id: newId("pay"), method: "CARD", amount: 1_300 }];
      const input = { sales: [{ ...first, lines, payments, note: `copy ${copy}` }] };
      const answer = await wire.graphql(sync, { input }, { token: terminal.operator });
      const [result] = listAt(answer && parsed(answer.text), "data.syncSales.results");
      if (at(result, "status") !== "QUARANTINED") continue;
      kept++;
      bytes += Buffer.byteLength(JSON.stringify(input.sales[0]));
    }
    const megabytes = bytes / 1e6;
    return {
      figures: { kept, megabytes: Math.round(megabytes) },
      created: [first.id],
      wrong: unless(megabytes <= LIMITS.copiedMegabytes, `${kept} copies of ${megabytes} MB were kept`),
    };
  },
};
