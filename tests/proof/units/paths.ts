import { present } from "@pos/core/base/result.ts";
import { balanceKey } from "@pos/core/ledger/index.ts";
import { createReportSchedule, type Mail } from "@pos/core/office/mail/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Item } from "@pos/core/table/port/port.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { sendReports } from "@pos/functions/jobs/reports.ts";
import { mimeOf } from "@pos/functions/mail/mime.ts";
import { addDays } from "@pos/web/components/days.ts";
import {
  HomeBestSellersDocument,
  HomeExceptionsDocument,
  HomeLowStockDocument,
  OpenExceptionsDocument,
  SalesOfRangeDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type DocumentNode, print } from "graphql";
import { keepingMailer } from "../../contract/reports/support.ts";
import type { BusyShop } from "../../support/busy.ts";
import { lineOf, makeSale } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";
import { metered } from "../../support/units.ts";
import { type Lab, openLab, type Paths, type PathUnits } from "./lab.ts";
import { listeningUnits } from "./listening.ts";
import { valuePaths } from "./value-paths.ts";

export interface MeasuredPaths {
  readonly paths: Paths;
  readonly bytes: {
    /** One event as a subscriber gets it. */
    readonly eventFrame: number;
    /** A daily report as one recipient gets it. */
    readonly reportMail: number;
  };
}

export async function measureAll(): Promise<MeasuredPaths> {
  const { paths: listening, eventFrameBytes } = await listeningUnits();
  const { paths: clock, reportMailBytes } = await clockPaths();
  const paths = {
    ...(await salePaths(false)),
    ...(await salePaths(true)),
    saleRecordedWithGuard: await guardedSale(),
    ...(await refundPaths()),
    ...(await valuePaths()),
    ...(await requestPaths()),
    ...clock,
    ...listening,
  };
  return { paths, bytes: { eventFrame: eventFrameBytes, reportMail: reportMailBytes } };
}

const TERMINALS = 10;

/** A block of receipt numbers is written with every sixteenth sale of a terminal. */
const SALES_OF_BLOCK = 16;

/** Recorded, booked alone, and as one of ten and of fifty in one batch, from ten terminals in turn. */
async function salePaths(withCustomer: boolean): Promise<Paths> {
  const { busy, measure } = await openLab(TERMINALS);
  let sold = 0;
  const sell = async (count: number, terminals: number): Promise<PathUnits> => {
    const customers: string[] = [];
    for (let sale = 0; withCustomer && sale < count; sale++) customers.push(await busy.newCustomer());
    return measure(async () => {
      for (let sale = 0; sale < count; sale++, sold++) {
        const customerId = customers[sale];
        const named = customerId === undefined ? {} : { customerId };
        await busy.sell({ terminal: sold % terminals, firstVariant: sold * 3, ...named });
      }
    }, count);
  };
  const recorded: PathUnits[] = [];
  const booked: PathUnits[] = [];
  for (let sale = 0; sale < SALES_OF_BLOCK; sale++) {
    recorded.push(await sell(1, 1));
    booked.push(await measure(busy.book));
  }
  await sell(10, TERMINALS);
  const bookedOf10 = await measure(busy.book, 10);
  await sell(50, TERMINALS);
  const bookedOf50 = await measure(busy.book, 50);
  const name = withCustomer ? "WithCustomer" : "";
  return {
    [`saleRecorded${name}`]: meanOf(recorded),
    [`saleBookedAlone${name}`]: meanOf(booked),
    [`saleBookedAloneAtMost${name}`]: dearestOf(booked),
    [`saleBookedOf10${name}`]: bookedOf10,
    [`saleBookedOf50${name}`]: bookedOf50,
  };
}

function meanOf(all: readonly PathUnits[]): PathUnits {
  const zero = { writeUnits: 0, readUnits: 0, storedBytes: 0, rounds: 0 };
  const sums = all.reduce((sum, one) => difference(sum, difference(zero, one)), zero);
  return difference(sums, zero, all.length);
}

function dearestOf(all: readonly PathUnits[]): PathUnits {
  return all.reduce((most, one) => (one.writeUnits > most.writeUnits ? one : most));
}

/**
 * No sale of today has a guard: it is what a refund moves. This writes a stored sale once more, together with a guard of one
 * sale, as whatever may be used up twice (a gift card) would have it written.
 */
async function guardedSale(): Promise<PathUnits> {
  const { busy } = await openLab(1);
  const sale = await sellOne(busy);
  const { table, merchantId } = busy.shop;
  const fact = present(await table.get({ pk: `${merchantId}#${sale}`, sk: "FACT" }), "the sale's fact");
  await refundLine(busy, sale, 1);
  const guard = present(await table.get({ pk: `${merchantId}#${sale}`, sk: "REFUND_GUARD" }), "the sale's guard");
  const meter = metered(createMemoryTable().table);
  const writes = [fact, guard].map((item: Item) => ({ op: "put", item, if: { is: "absent" } }) as const);
  const { ok } = await meter.table.transact(writes);
  if (!ok) throw new Error("The guarded sale was not written");
  const writeUnits = [...meter.take().values()].reduce((sum, units) => sum + units, 0);
  return { writeUnits, readUnits: 0, storedBytes: meter.takeStored(), rounds: 1 };
}

async function refundPaths(): Promise<Paths> {
  const { busy, measure } = await openLab(1);
  const sale = await sellOne(busy);
  await busy.book();
  const refundRecorded = await measure(() => refundLine(busy, sale, 1));
  const refundBookedAlone = await measure(busy.book);
  const refundRecordedAgain = await measure(() => refundLine(busy, sale, 2));
  const other = await sellOne(busy);
  await busy.book();
  const voidRecorded = await measure(() => voidOf(busy, other));
  const voidBookedAlone = await measure(busy.book);
  return { refundRecorded, refundRecordedAgain, refundBookedAlone, voidRecorded, voidBookedAlone };
}

/** A sale of three articles; its id. */
async function sellOne({ shop, ask }: BusyShop): Promise<string> {
  shop.clock.advance(60_000);
  const lines = shop.variants.slice(0, 3).map((variant) => lineOf(variant));
  const input = makeSale(shop, { lines, method: "CARD" });
  const { completeSale } = await ask({ manager: 0 }, COMPLETE, { input });
  return present(completeSale.sale, "the sale").id;
}

const COMPLETE = "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } } }";
const REFUND =
  "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code message } } }";

async function refundLine({ shop, ask }: BusyShop, saleId: string, line: number): Promise<void> {
  shop.clock.advance(60_000);
  const variant = present(shop.variants[line - 1], "the line's article");
  // What is given back is the line's price: one unit of an article whose price has two places.
  const amount = Math.round(Number(variant.unitPrice) * 100);
  const input = {
    ...{ id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), saleId, reason: "Does not fit" },
    lines: [{ line, quantity: "1" }],
    payments: [{ id: shop.clock.newId("pay"), method: "CARD", amount }],
  };
  const { refundSale } = await ask({ manager: 0 }, REFUND, { input });
  if (!refundSale.refund) throw new Error(`Not refunded: ${JSON.stringify(refundSale)}`);
}

const VOID =
  "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { void { id } userErrors { code message } } }";

async function voidOf({ shop, ask }: BusyShop, saleId: string): Promise<void> {
  shop.clock.advance(60_000);
  const input = { id: shop.clock.newId("voi"), occurredAt: shop.clock.now(), saleId, reason: "Rung up by mistake" };
  const { voidSale } = await ask({ manager: 0 }, VOID, { input });
  if (!voidSale.void) throw new Error(`Not voided: ${JSON.stringify(voidSale)}`);
}

const ADJUST = "mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { stockAdjustment { id } } }";
const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { token } }";
const SIGN_IN_OPERATOR = "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }";
const LOOK_UP = "query ($sku: String!) { variant(by: { sku: $sku }) { id sku unitPrice } }";

/** What people and terminals ask for besides selling. */
async function requestPaths(): Promise<Paths> {
  const { busy, measure } = await openLab(1);
  const { shop, ask } = busy;
  const adjust = async () => {
    const lines = shop.variants.slice(0, 3).map(({ id }) => ({ variant: { id }, quantity: "-1" }));
    const adjustment = { id: shop.clock.newId("adj"), locationId: shop.locationId, reason: "Broken" };
    const input = { ...adjustment, occurredAt: shop.clock.now(), lines };
    const { adjustStock } = await ask("owner", ADJUST, { input });
    present(adjustStock.stockAdjustment, "the adjustment");
  };
  const { email, password } = shop.staff.OWNER;
  const { operatorNumber, pin } = shop.staff.CASHIER;
  const sku = present(shop.variants[3], "an article").sku;
  return {
    adjustmentRecorded: await measure(adjust),
    adjustmentBookedAlone: await measure(busy.book),
    signIn: await measure(() => ask("nobody", SIGN_IN, { input: { email, password } })),
    signInOperator: await measure(() => ask({ terminal: 0 }, SIGN_IN_OPERATOR, { input: { operatorNumber, pin } })),
    priceLookUp: await measure(() => ask({ manager: 0 }, LOOK_UP, { sku })),
    ...(await catalogPaths({ busy, measure })),
    yearOfDays: await yearOfDays({ busy, measure }),
    homeRefreshed: await measure(() => Promise.all(HOME.map((document) => askHome(busy, document)))),
  };
}

const YEAR_DAYS = 366;

/** The figures of a year whose days are all as large as the lab's. */
async function yearOfDays({ busy, measure }: Pick<Lab, "busy" | "measure">): Promise<PathUnits> {
  const { shop, ask } = busy;
  const to = shop.clock.now().slice(0, 10);
  const key = balanceKey(shop.merchantId, shop.locationId, DAY, to);
  const day = present(await shop.table.get(key), "the day");
  for (let index = 1; index < YEAR_DAYS; index++) {
    const { sk } = balanceKey(shop.merchantId, shop.locationId, DAY, addDays(to, -index));
    await shop.table.write({ op: "put", item: { ...day, sk } });
  }
  const variables = { locationId: shop.locationId, from: addDays(to, 1 - YEAR_DAYS), to };
  const year = () => ask("owner", print(SalesOfRangeDocument), variables);
  if ((await year()).salesRange.days.length !== YEAR_DAYS) throw new Error("Days are missing");
  return measure(year);
}

const SNAPSHOT = "{ catalogSnapshot { version products { id name variants { id title } } categories { id } } }";
const CHANGES = "query ($since: String!) { catalogChanges(since: $since) { version products { id } } }";

/** A terminal's copy of the catalogue. What was changed in the last minutes comes again, so nothing was. */
async function catalogPaths({ busy, measure }: Pick<Lab, "busy" | "measure">): Promise<Paths> {
  const { shop, ask } = busy;
  const catalogLoaded = await measure(() => ask({ terminal: 0 }, SNAPSHOT, {}), shop.variants.length);
  shop.clock.advance(10 * MINUTE);
  const { catalogSnapshot } = await ask({ terminal: 0 }, SNAPSHOT, {});
  const since = catalogSnapshot.version;
  return { catalogLoaded, catalogChecked: await measure(() => ask({ terminal: 0 }, CHANGES, { since })) };
}

/** What the dashboard's start page asks for again whenever a sale is booked, and the number beside its menu. */
export const HOME: readonly DocumentNode[] = [
  SalesOfRangeDocument,
  HomeLowStockDocument,
  HomeExceptionsDocument,
  OpenExceptionsDocument,
];

function askHome({ shop, ask }: BusyShop, document: DocumentNode) {
  const today = shop.clock.now().slice(0, 10);
  const from = document === HomeBestSellersDocument ? addDays(today, -6) : today;
  const variables = { today, from, to: today };
  return ask("owner", print(document), { locationId: shop.locationId, ...variables });
}

const DAILY_REPORT = `query ($location: ID!, $day: Date!) {
  dailyReport(locationId: $location, day: $day) { madeAt summary { saleCount } reconciliation { reconciles } }
}`;
const SALES_MORE = 100;
const MINUTE = 60_000;

/** What grows with the sales of a day is measured twice, so that each sale's share and what is always there come apart. */
async function clockPaths(): Promise<{ readonly paths: Paths; readonly reportMailBytes: number }> {
  const { busy, measure } = await openLab(1);
  const { shop } = busy;
  const day = shop.clock.now().slice(0, 10);
  const report = () => busy.ask("owner", DAILY_REPORT, { location: shop.locationId, day });
  const sweepAll = () => reconcile(shop.booking);
  const best = () => askHome(busy, HomeBestSellersDocument);
  // Past the grace period of the stream, and then past the range that a sweep reads again.
  shop.clock.advance(MINUTE);
  for (let run = 0; run < 2; run++) {
    await sweepAll();
    shop.clock.advance(30 * MINUTE);
  }
  const [reportBefore, sweepBefore, bestBefore] = [await measure(report), await measure(sweepAll), await measure(best)];
  for (let sale = 0; sale < SALES_MORE; sale++) await busy.sell({ terminal: 0, firstVariant: sale * 3 });
  await busy.book();
  shop.clock.advance(MINUTE);
  const [reportAfter, sweepAfter, bestAfter] = [await measure(report), await measure(sweepAll), await measure(best)];
  const idle = await measure(() => runReports(busy));
  done(
    await createReportSchedule(shop.owner, {
      ...{ id: shop.clock.newId("rsc"), locationId: shop.locationId, report: "DAILY", reportedDay: "SAME_DAY" },
      ...{ timeOfDay: "23:00", recipients: ["owner@shop.example", "books@shop.example"], language: "EN" },
    }),
  );
  const scheduled = await measure(() => runReports(busy));
  const reportOfDay = await measure(report);
  shop.clock.advance(Date.parse(`${day}T22:30:00.000Z`) - Date.parse(shop.clock.now()));
  let mails: readonly Mail[] = [];
  const sent = await measure(async () => {
    mails = await runReports(busy);
  });
  if (mails.length !== 2) throw new Error(`${mails.length} mails were sent`);
  const paths = {
    reportPerSale: difference(reportAfter, reportBefore, SALES_MORE),
    reportFixed: fixedOf(reportAfter, reportBefore, SALES_BEFORE),
    sweepPerFact: difference(sweepAfter, sweepBefore, SALES_MORE),
    sweepFixed: sweepBefore,
    sweepPerTerminal: await sweepPerTerminal(),
    bestSellersPerSale: difference(bestAfter, bestBefore, SALES_MORE),
    bestSellersFixed: fixedOf(bestAfter, bestBefore, SALES_BEFORE),
    reportsIdle: idle,
    reportsPerSchedule: difference(scheduled, idle),
    // To two recipients, without the report itself.
    reportSent: difference(sent, { ...reportOfDay, writeUnits: 0, storedBytes: 0 }),
  };
  return { paths, reportMailBytes: (await mimeOf(present(mails[0], "a mail"))).length };
}

/** Of shops with as many facts. */
async function sweepPerTerminal(): Promise<PathUnits> {
  const [few, many] = [await openLab(1), await openLab(TERMINALS)];
  const swept = async ({ busy, measure }: Lab) => {
    busy.shop.clock.advance(MINUTE);
    return measure(() => reconcile(busy.shop.booking));
  };
  return difference(await swept(many), await swept(few), TERMINALS - 1);
}

/** Sales of a busy shop before anything is measured. Its opening stock is a fact too. */
const SALES_BEFORE = 200;

async function runReports({ shop }: BusyShop): Promise<readonly Mail[]> {
  const { mailer, mails } = keepingMailer();
  await sendReports({ table: shop.table, clock: shop.clock, mailer, from: "The Shop <reports@shop.example>" });
  return mails;
}

function difference(more: PathUnits, less: PathUnits, of = 1): PathUnits {
  const each = (figure: keyof PathUnits) => Math.round(((more[figure] - less[figure]) / of) * 100) / 100;
  return {
    writeUnits: each("writeUnits"),
    readUnits: each("readUnits"),
    storedBytes: each("storedBytes"),
    rounds: each("rounds"),
  };
}

/** What there is without any of `count` sales, where `after` has `SALES_MORE` more than `before`. */
function fixedOf(after: PathUnits, before: PathUnits, count: number): PathUnits {
  const each = difference(after, before, SALES_MORE);
  const shares = {
    writeUnits: each.writeUnits * count,
    readUnits: each.readUnits * count,
    storedBytes: each.storedBytes * count,
    rounds: each.rounds * count,
  };
  return difference(before, shares);
}
