import { fileURLToPath } from "node:url";
import { modelOf, SIZES } from "./model.mjs";

export const COST_DOCUMENT = fileURLToPath(new URL("../../docs/cost.md", import.meta.url));

/** The output of `npm run model`. */
export function textOf(models) {
  const [first] = models;
  return [
    `Prices of ${first.region}, list prices; figures measured ${first.measuredAt}. The assumptions are in scripts/model/profile.json.`,
    "",
    ...table(
      ["A month, dollars", ...models.map(({ terminals }) => `${amount(terminals)} terminals`)],
      costRows(models),
    ),
    "",
    ...table(["A million sales, each booked alone", "dollars"], millionRows(first.millionSales)),
    "",
    ...table(["One of", "dollars"], oneRows(models.at(-1))),
    "",
    ...models.flatMap(limitsText),
    ...table(
      ["One location", "booked one by one", "ten in a batch"],
      [
        ["sales a second, bookings in sequence", ...first.location.map(({ bySequence }) => amount(bySequence))],
        ["sales a second, partition of its ledger", ...first.location.map(({ byPartition }) => amount(byPartition))],
      ],
    ),
    "",
    ...table(
      ["Listening to one location", ...first.fanOut.map(({ subscribers }) => amount(subscribers))],
      [
        ["milliseconds to the last", ...first.fanOut.map(({ milliseconds }) => amount(milliseconds))],
        ["share of the API's quota meanwhile", ...first.fanOut.map(({ ofApiQuota }) => percent(ofApiQuota))],
        ["read units of the topic an event", ...first.fanOut.map(({ topicReadUnits }) => amount(topicReadUnits))],
        ["events a second", ...first.fanOut.map(({ eventsSecond }) => eventsSecond.toFixed(1))],
      ],
    ),
  ].join("\n");
}

function costRows(models) {
  const [first] = models;
  const rows = first.cost.lines.map(({ part }, at) => [
    part,
    ...models.map(({ cost }) => dollars(cost.lines[at].dollars)),
  ]);
  const of = (name, figure) => [name, ...models.map((model) => dollars(figure(model)))];
  return [
    ...rows,
    of("Together", ({ cost }) => cost.total),
    of("A terminal", ({ perTerminal }) => perTerminal),
    of("A million sales, all in all", ({ perMillionSales }) => perMillionSales),
  ];
}

function millionRows({ lines, total, sweep, sweepLooks, gigabytes, monthStored }) {
  return [
    ...lines.map(({ part, dollars: cost }) => [part, dollars(cost)]),
    ["Together", dollars(total)],
    [`Reconciliation, ${amount(sweepLooks)} reads of each fact`, dollars(sweep)],
    [`Stored, ${gigabytes.toFixed(1)} GB with recovery, each month`, dollars(monthStored)],
  ];
}

function oneRows({ subscriberMonth, report }) {
  const { connection, messages, delivery, startPage } = subscriberMonth;
  return [
    ["a subscriber's month: connection, messages, reads", fine(connection + messages + delivery)],
    ["the start page that it keeps fresh, a month", fine(startPage)],
    ["a daily report with its mails", fine(report)],
  ];
}

function limitsText({ terminals, quotas, shards, lag, cold, sweeps, mailsDay }) {
  return [
    ...table(
      [`${amount(terminals)} terminals, busiest minute`, "value", "quota", "share"],
      quotas.map(({ name, value, quota, share }) => [name, amount(value), amount(quota), percent(share)]),
    ),
    `Shards ${amount(shards)}; booked after ${amount(lag.booked)} ms, published after ${amount(lag.published)} ms; cold ${percent(cold.share)} of requests, ${amount(cold.milliseconds)} ms each; reconciliation does ${percent(sweeps.reachedShare)}; ${amount(mailsDay)} mails a day.`,
    "",
  ];
}

function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const lineOf = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  return [lineOf(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(lineOf)];
}

function dollars(value) {
  return value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function fine(value) {
  return value.toFixed(value < 0.1 ? 5 : 2);
}

function amount(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : 0 });
}

function percent(share) {
  return `${(share * 100).toLocaleString("en-US", { maximumSignificantDigits: share < 1 ? 2 : 3 })} %`;
}

/**
 * Replaces the figures between `<!-- name -->` and `<!-- end -->` in the document.
 * @throws Error if a marker is missing
 */
export function withFigures(text, inputs) {
  const models = SIZES.map((terminals) => modelOf(inputs, { terminals }));
  const blocks = {
    headline: headline(models),
    units: unitsRows(inputs.measured),
    model: ["```text", textOf(models), "```"].join("\n"),
    sources: sourceRows(inputs.prices),
  };
  return Object.entries(blocks).reduce((now, [name, block]) => {
    const [begin, end] = [`<!-- ${name} -->\n`, "\n<!-- end -->"];
    const from = now.indexOf(begin);
    const to = now.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`docs/cost.md lacks the mark ${begin.trim()} or its end.`);
    return now.slice(0, from + begin.length) + block + now.slice(to);
  }, text);
}

function headline(models) {
  const [first] = models;
  const { millionSales } = first;
  return [
    "| | dollars |",
    "|---|---|",
    `| a million sales of three articles, recorded and booked | ${dollars(millionSales.total)} |`,
    `| reconciling them, as long as runs finish in time | ${dollars(millionSales.sweep)} |`,
    `| keeping them, ${millionSales.gigabytes.toFixed(1)} GB, each month | ${dollars(millionSales.monthStored)} |`,
    ...models.map(
      ({ terminals, cost, perTerminal }) =>
        `| a month of ${amount(terminals)} terminals, all in all | ${dollars(cost.total)} (${dollars(perTerminal)} each) |`,
    ),
  ].join("\n");
}

const PATHS = {
  saleRecorded: "sale of three lines, recorded",
  saleBookedAlone: "booked alone, on average",
  saleBookedAloneAtMost: "booked alone, every sixteenth",
  saleBookedOf10: "booked in a batch of ten",
  saleBookedOf50: "booked in a batch of fifty",
  saleRecordedWithCustomer: "sale with a customer, recorded",
  saleBookedAloneWithCustomer: "booked alone, on average",
  saleBookedAloneAtMostWithCustomer: "booked alone, every sixteenth",
  saleBookedOf10WithCustomer: "booked in a batch of ten",
  saleBookedOf50WithCustomer: "booked in a batch of fifty",
  saleRecordedWithGuard: "sale with a guard, recorded",
  refundRecorded: "refund of a line, recorded with its guard",
  refundRecordedAgain: "a second refund of the same sale",
  refundBookedAlone: "refund booked alone",
  voidRecorded: "void of a sale of three lines, recorded with its guard",
  voidBookedAlone: "void booked alone",
  giftCardSold: "sale of a gift card, recorded with its guard",
  giftCardSoldBookedAlone: "booked alone",
  giftCardRedeemed: "sale of three lines that a gift card pays, recorded with its guard",
  giftCardRedeemedBookedAlone: "booked alone",
  storeCreditRedeemed: "the same with a customer's store credit",
  storeCreditRedeemedBookedAlone: "booked alone",
  exchangeRecorded: "exchange of an article for another, its two halves recorded with the guard",
  exchangeBookedAlone: "both booked",
  customerPaymentRecorded: "payment of a customer, recorded with the guard of the account",
  customerPaymentBookedAlone: "booked alone",
  quoteMade: "quote of three lines",
  depositRecorded: "deposit on it, recorded with its guard",
  depositBookedAlone: "booked alone",
  quoteSold: "sale of that quote, recorded with its guards",
  quoteSoldBookedAlone: "booked alone",
  adjustmentRecorded: "adjustment of three articles, recorded",
  adjustmentBookedAlone: "adjustment booked alone",
  signIn: "signing in at the dashboard",
  signInOperator: "signing in at a terminal",
  priceLookUp: "looking up a price",
  catalogChecked: "a terminal's copy of the catalogue, when nothing has changed",
  catalogLoaded: "and loaded, for each variant",
  homeRefreshed: "start page, reloaded",
  yearOfDays: "figures of a year, at 366 days",
  bestSellersFixed: "its best sellers",
  bestSellersPerSale: "and for each sale of seven days",
  reportFixed: "daily report",
  reportPerSale: "and for each sale of the day",
  reportSent: "its mail job, to two recipients",
  reportsIdle: "report job, each run",
  reportsPerSchedule: "and for each schedule",
  sweepFixed: "reconciliation, each run",
  sweepPerTerminal: "and for each terminal",
  sweepPerFact: "and for each fact of its window",
  connected: "socket connected",
  initialised: "initialised",
  subscribed: "subscribed",
  firstToOne: "its first event",
  toOne: "event to one subscriber",
  toHundred: "event to a hundred subscribers",
  unheard: "event without subscribers",
  pinged: "ping",
  disconnected: "socket closed",
};

function unitsRows({ paths }) {
  const row = ([name, what]) => {
    const { writeUnits, readUnits, rounds } = paths[name];
    return `| ${what} | ${writeUnits} | ${readUnits} | ${rounds} |`;
  };
  return ["| | write units | read units | rounds |", "|---|---|---|---|", ...Object.entries(PATHS).map(row)].join("\n");
}

function sourceRows({ priceSources, quotaSources }) {
  const row = ({ of, url, seen, note }) => `| ${of} | <${url}>${note ? ` (${note})` : ""} | ${seen} |`;
  return ["| of | where | as of |", "|---|---|---|", ...[...priceSources, ...quotaSources].map(row)].join("\n");
}
