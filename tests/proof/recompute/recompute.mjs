import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/**
 * The daily reports of an archive, computed from its facts in exact arithmetic. It shares no code with the product: what is
 * computed here and what a report shows are two answers to one question.
 *
 *   node tests/proof/recompute/recompute.mjs ARCHIVE LOCATION DAY [LOCATION DAY ...]
 *
 * Prints a line of JSON for each location and day, and then one of what accounts of stored value hold: amounts in minor units,
 * quantities in thousandths. It fails when a fact contradicts itself or another: a line that is not its quantity times its price
 * less its discounts, a tax that is not its rate's, a sale that is not as it was quoted, an exchange whose halves do not meet.
 */
const [file, ...asked] = process.argv.slice(2);
const archive = await readArchive(file);
for (let index = 0; index < asked.length; index += 2)
  process.stdout.write(`${JSON.stringify(reportOf(archive, asked[index], asked[index + 1]), plain)}\n`);
checkQuotes(archive);
checkExchanges(archive.facts);
process.stdout.write(`${JSON.stringify(heldOf(archive.facts), plain)}\n`);

function plain(_key, value) {
  if (typeof value === "bigint") return Number(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

async function readArchive(path) {
  const records = new Map();
  const facts = [];
  for await (const line of createInterface({ input: createReadStream(path, "utf8") })) {
    const read = JSON.parse(line);
    if (read.record === undefined) facts.push(read);
    else records.set(read.record, [...(records.get(read.record) ?? []), read]);
  }
  return { records, facts };
}

/** Rounded half away from zero. */
function divided(numerator, denominator) {
  const negative = numerator < 0n;
  const rounded = ((negative ? -numerator : numerator) * 2n + denominator) / (denominator * 2n);
  return negative ? -rounded : rounded;
}

/** A decimal as an integer of its smallest place. */
function scaled(decimal, places) {
  const negative = decimal.startsWith("-");
  const [whole, fraction = ""] = decimal.replace(/^[+-]/, "").split(".");
  const digits = BigInt(whole + fraction.padEnd(places, "0"));
  return negative ? -digits : digits;
}

function must(holds, what) {
  if (!holds) throw new Error(what);
}

function sum(values) {
  let total = 0n;
  for (const value of values) total += BigInt(value);
  return total;
}

/** Where a location's clock is at an instant. */
function localOf(instant, timeZone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" };
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(new Date(instant));
  const of = (type) => parts.find((part) => part.type === type)?.value;
  return { day: `${of("year")}-${of("month")}-${of("day")}`, hour: Number(of("hour")) };
}

function reportOf({ records, facts }, locationId, day) {
  const location = records.get("location").find(({ id }) => id === locationId);
  const taxes = records.get("taxes").find(({ merchantId }) => merchantId === location.merchantId);
  const variants = new Map((records.get("variant") ?? []).map((variant) => [variant.id, variant]));
  const products = new Map((records.get("product") ?? []).map((product) => [product.id, product]));
  const names = new Map((records.get("category") ?? []).map(({ id, name }) => [id, name]));
  const here = facts.filter((fact) => fact.locationId === locationId);
  const when = (fact) => localOf(fact.occurredAt, location.timeZone);
  const isOfDay = (fact) => when(fact).day === day;
  const sales = new Map(facts.filter(({ kind }) => kind === "sale").map((sale) => [sale.id, sale]));
  const stock = replayStock(here, sales, isOfDay);
  const sold = newDay();
  const back = new Map();
  const outcomes = new Map();
  for (const fact of here) {
    if (fact.kind === "sale" && isOfDay(fact)) addSale(sold, fact, when(fact).hour);
    if (fact.kind === "customerPayment" && isOfDay(fact)) addPayments(sold.customerPayments, fact.payments);
    if (fact.kind === "paymentOutcome") addOutcome(isOfDay(fact) ? sold : newDay(), fact, outcomes, sales);
    if (!isBack(fact)) continue;
    checkBack(fact, outcomes, sales);
    if (fact.kind === "void") outcomes.set(fact.relatedFactId, true);
    const lines = refundLines(fact, sales, back, taxes.regime);
    if (isOfDay(fact))
      addRefund(sold, fact, lines, (line) => {
        const ofSale = line.saleLine === undefined ? undefined : sales.get(fact.relatedFactId).lines[line.saleLine - 1];
        return ofSale ? ofSale.categoryId : products.get(variants.get(line.variantId)?.productId)?.categoryId;
      });
  }
  return {
    locationId,
    day,
    ...figuresOf(sold, stock.cost),
    hours: sold.hours,
    categories: rowsOf(sold.categories, ({ id }) => ({ name: names.get(id) ?? null })),
    articles: rowsOf(sold.articles, ({ name, sku }) => ({ name, sku: sku ?? null })),
    payments: sold.payments,
    customerPayments: sold.customerPayments,
    taxes: sold.taxes,
    refunds: sold.refunds,
    tips: sold.tips,
    unpaid: sold.unpaid,
    uncertain: uncertainOf(here, outcomes),
    drawers: drawersOf(here, records.get("terminal") ?? []),
    low: lowOf([...variants.values()], location.merchantId, stock.levels),
  };
}

function newDay() {
  return {
    ...{ saleCount: 0n, sales: 0n, before: 0n, discounts: 0n, returns: 0n, tax: 0n },
    ...{ hours: new Map(), categories: new Map(), articles: new Map(), payments: new Map(), taxes: new Map() },
    ...{ refundCount: 0n, refunds: [], tips: 0n, unpaid: 0n, customerPayments: new Map() },
  };
}

/** A void counts as a full refund, and is not listed among the refunds. */
function isBack({ kind }) {
  return kind === "refund" || kind === "void";
}

/**
 * Gift cards are no sales, and tips are the staff's; cash that is handed out is charged to the card.
 * @param {ReturnType<typeof newDay>} day
 * @param {bigint} costOfGoods
 */
function figuresOf({ saleCount, sales, before, discounts, returns, tax, refundCount }, costOfGoods) {
  const total = sales - returns;
  const salesWithoutTax = total - tax;
  const grossProfit = salesWithoutTax - costOfGoods;
  must(before - discounts === sales, "sales before discounts less discounts are not the sales");
  const tenths = salesWithoutTax > 0n ? divided(grossProfit * 1000n, salesWithoutTax) : null;
  return {
    saleCount,
    refundCount,
    figures: {
      ...{ salesBeforeDiscounts: before, discounts, returns, total, tax, salesWithoutTax, costOfGoods, grossProfit },
      marginTenths: tenths,
      averageSale: saleCount === 0n ? null : divided(sales, saleCount),
    },
  };
}

function addSale(day, sale, hour) {
  const taxIsAdded = !sale.pricesIncludeTax;
  let [before, discounts, total, tax, issued] = [0n, 0n, 0n, 0n, 0n];
  for (const line of sale.lines) {
    if (line.giftCard) {
      issued += BigInt(line.total);
      continue;
    }
    const gross = divided(scaled(line.unitPrice, 6) * scaled(line.quantity, 3) * 10n ** BigInt(sale.digits), 10n ** 9n);
    const taken = sum((line.discounts ?? []).map(({ amount }) => amount)) + BigInt(line.share ?? 0);
    must(gross === BigInt(line.gross) && gross - taken === BigInt(line.total), `${sale.id}: a line is not its parts`);
    const of = taxOf(gross - taken, line.taxes, taxIsAdded);
    must(of === sum(line.taxes.map(({ amount }) => amount)), `${sale.id}: a tax is not its rate's`);
    before += gross + (taxIsAdded ? of : 0n);
    discounts += taken;
    tax += of;
    const charged = gross - taken + (taxIsAdded ? of : 0n);
    total += charged;
    addLine(day, line, { quantity: scaled(line.quantity, 3), charged, tax: of }, line.categoryId);
  }
  const tip = BigInt(sale.tip ?? 0);
  must(
    total + issued === BigInt(sale.total) && tax === BigInt(sale.taxTotal),
    `${sale.id}: the total is not its lines'`,
  );
  must(
    sum(sale.payments.map(({ amount }) => amount)) === total + issued + BigInt(sale.rounding) + tip,
    `${sale.id}: payments`,
  );
  day.saleCount++;
  day.sales += total;
  day.before += before;
  day.discounts += discounts;
  day.tax += tax;
  day.tips += tip;
  const row = day.hours.get(hour) ?? { count: 0, sales: 0n };
  day.hours.set(hour, { count: row.count + 1, sales: row.sales + total });
  addPayments(day.payments, sale.payments);
}

/** What an exchange passes between its halves is nothing that was paid. */
function addPayments(rows, payments) {
  for (const payment of payments) {
    const { method, amount, cashBack = 0 } = payment;
    if (method === "EXCHANGE") continue;
    const add = (of, moved) => {
      if (amount < 0) paymentRow(rows, of).refunded -= moved;
      else paymentRow(rows, of).paid += moved;
    };
    add(payment, BigInt(amount) + BigInt(cashBack));
    if (cashBack !== 0) add({ method: "CASH" }, -BigInt(cashBack));
  }
}

/** A line has one tax: of its amount, or in it. */
function taxOf(amount, taxes, isAdded) {
  const [{ rate }] = taxes;
  const percent = scaled(rate, 6);
  return divided(amount * percent, isAdded ? 100_000_000n : 100_000_000n + percent);
}

/** What came back of a line is its share of what the sale charged, up to what came back so far. */
function refundLines(refund, sales, back, regime) {
  const sale = sales.get(refund.relatedFactId);
  const isAdded = !(sale?.pricesIncludeTax ?? regime.pricesIncludeTax);
  return refund.lines.map((line) => {
    const quantity = -scaled(line.quantity, 3);
    const stored = { total: -BigInt(line.total), tax: -sum(line.taxes.map(({ amount }) => amount)) };
    const sold = line.saleLine === undefined ? undefined : sale.lines[line.saleLine - 1];
    if (sold === undefined) {
      must(stored.tax === taxOf(stored.total, line.taxes, isAdded), `${refund.id}: a tax is not its rate's`);
    } else {
      const key = `${sale.id} ${line.saleLine}`;
      const before = back.get(key) ?? 0n;
      const all = scaled(sold.quantity, 3);
      const share = (of) => divided(BigInt(of) * (before + quantity), all) - divided(BigInt(of) * before, all);
      must(stored.total === share(sold.total), `${refund.id}: a line is not its share of the sale`);
      must(stored.tax === share(sum(sold.taxes.map(({ amount }) => amount))), `${refund.id}: a tax is not its share`);
      back.set(key, before + quantity);
    }
    return { line, quantity, tax: stored.tax, charged: stored.total + (isAdded ? stored.tax : 0n) };
  });
}

function addRefund(day, refund, lines, categoryOf) {
  let [total, tax] = [0n, 0n];
  for (const { line, ...of } of lines) {
    total += of.charged;
    tax += of.tax;
    const { quantity, charged } = of;
    addLine(day, line, { quantity: -quantity, charged: -charged, tax: -of.tax }, categoryOf(line));
  }
  must(
    total === -BigInt(refund.total) && tax === -BigInt(refund.taxTotal),
    `${refund.id}: the total is not its lines'`,
  );
  day.returns += total;
  day.tax -= tax;
  day.refundCount++;
  if (refund.kind === "refund") day.refunds.push({ id: refund.id, reason: refund.reason ?? null, total });
  addPayments(day.payments, refund.payments);
  day.unpaid += BigInt(refund.unpaid ?? 0);
}

/** A payment that was uncertain did not go through: it leaves what was paid by its method, once, unless a void took it out before. */
function addOutcome(day, outcome, outcomes, sales) {
  const { id, state, unpaid, payment, relatedFactId } = outcome;
  const of = sales.get(relatedFactId).payments.find((paid) => paid.id === payment.id);
  must(of.state !== undefined && of.amount === payment.amount, `${id}: the payment was not uncertain`);
  const isLost = state === "VOIDED" && !outcomes.has(payment.id) && !outcomes.has(relatedFactId);
  must(unpaid === (isLost ? of.amount : 0), `${id}: what was not paid`);
  if (!outcomes.has(payment.id)) outcomes.set(payment.id, state);
  if (isLost) paymentRow(day.payments, of).paid -= BigInt(unpaid);
  day.unpaid += BigInt(unpaid);
}

/** Money that goes back is what the goods came to, less what was never paid; and it is of payments that went through. */
function checkBack(fact, outcomes, sales) {
  const { id, relatedFactId, total, rounding, tip = 0, unpaid = 0, payments } = fact;
  must(
    sum(payments.map(({ amount }) => amount)) === sum([total, rounding, tip, -unpaid]),
    `${id}: what goes back is not what was paid`,
  );
  for (const { paymentId } of payments) {
    const of = sales.get(relatedFactId)?.payments.find((paid) => paid.id === paymentId);
    must(of?.state === undefined || outcomes.get(paymentId) === "CAPTURED", `${id}: gives back what was not paid`);
  }
}

/** Of which payments it is not known yet whether they went through. */
function uncertainOf(facts, outcomes) {
  const open = new Map();
  for (const { id, method, amount, state } of facts.flatMap(({ kind, payments }) => (kind === "sale" ? payments : [])))
    if (state !== undefined && !outcomes.has(id)) open.set(method, (open.get(method) ?? 0n) + BigInt(amount));
  return open;
}

function addLine(day, line, { quantity, charged, tax }, categoryId) {
  const { variantId, sku, description } = line;
  const article = row(day.articles, variantId ?? `"${description}`, { name: description, sku });
  const category = row(day.categories, categoryId ?? "", { id: categoryId });
  for (const sold of [article, category]) {
    sold.quantity += quantity;
    sold.total += charged;
  }
  const [{ rate }] = line.taxes;
  const taxes = day.taxes.get(rate) ?? { withoutTax: 0n, tax: 0n };
  day.taxes.set(rate, { withoutTax: taxes.withoutTax + charged - tax, tax: taxes.tax + tax });
}

function row(rows, key, subject) {
  const known = rows.get(key) ?? { ...subject, quantity: 0n, total: 0n };
  rows.set(key, known);
  return known;
}

/** Ways to pay that the merchant named are rows of their own. */
function paymentRow(rows, { method, methodName: name = method }) {
  const known = rows.get(name) ?? { paid: 0n, refunded: 0n };
  rows.set(name, known);
  return known;
}

function rowsOf(rows, subjectOf) {
  return [...rows.values()].map((of) => ({ ...subjectOf(of), quantity: of.quantity, total: of.total }));
}

/** Levels and the cost of goods by moving average, in the order in which the ledger booked the facts. */
function replayStock(facts, sales, isOfDay) {
  const levels = new Map();
  const costs = new Map();
  const given = new Map();
  let cost = 0n;
  for (const fact of facts) {
    let ofFact = 0n;
    for (const [index, line] of (fact.lines ?? []).entries()) {
      if (!line.stocked || line.variantId === undefined) continue;
      const level = levels.get(line.variantId) ?? { quantity: 0n, value: 0n, unitCost: 0n };
      levels.set(line.variantId, level);
      const quantity = scaled(line.quantity, 3);
      if (fact.kind === "sale") {
        const isUnknown = level.value === 0n && level.unitCost === 0n;
        if (isUnknown && line.unitCost !== undefined && quantity > level.quantity)
          level.unitCost = scaled(line.unitCost, 6);
        const out = takeOut(level, quantity, fact.digits);
        costs.set(`${fact.id} ${index + 1}`, out);
        ofFact += out;
      } else if (isBack(fact)) {
        const value =
          refundCost(fact, line, -quantity, { sales, costs, given }) ?? found(level, -quantity, fact.digits);
        if (line.writtenOff) ofFact -= value;
        else ofFact += putIn(level, -quantity, value, fact.digits) - value;
      } else if (quantity < 0n) takeOut(level, -quantity, fact.digits);
      else {
        const value = line.cost === undefined ? found(level, quantity, fact.digits) : BigInt(line.cost);
        ofFact += putIn(level, quantity, value, fact.digits);
      }
    }
    if (isOfDay(fact)) cost += ofFact;
  }
  return { levels, cost };
}

/** @returns undefined: no sale states what the goods cost */
function refundCost(fact, line, quantity, { sales, costs, given }) {
  if (line.saleLine === undefined) return undefined;
  const key = `${fact.relatedFactId} ${line.saleLine}`;
  const sold = scaled(sales.get(fact.relatedFactId).lines[line.saleLine - 1].quantity, 3);
  const before = given.get(key) ?? 0n;
  given.set(key, before + quantity);
  const share = (of) => divided(costs.get(key) * of, sold);
  return share(before + quantity) - share(before);
}

/** @returns what the goods cost */
function takeOut(level, quantity, digits) {
  const there = level.quantity > 0n ? level.quantity : 0n;
  const stocked = quantity < there ? quantity : there;
  const fromStock = stocked === 0n ? 0n : divided(level.value * stocked, there);
  const cost = fromStock + worth(level.unitCost, quantity - stocked, digits);
  level.quantity -= quantity;
  level.value -= cost;
  return cost;
}

/** @returns what covering goods that were sold below zero cost beyond what they went out at */
function putIn(level, quantity, cost, digits) {
  const owed = level.quantity < 0n ? -level.quantity : 0n;
  const covers = quantity < owed ? quantity : owed;
  const difference = covers === 0n ? 0n : divided(cost * covers, quantity) - divided(-level.value * covers, owed);
  level.quantity += quantity;
  level.value += cost - difference;
  const perMinor = 10n ** BigInt(9 - digits);
  level.unitCost =
    level.quantity > 0n ? divided(level.value * perMinor, level.quantity) : divided(cost * perMinor, quantity);
  return difference;
}

function found(level, quantity, digits) {
  return level.quantity > 0n
    ? divided(level.value * quantity, level.quantity)
    : worth(level.unitCost, quantity, digits);
}

function worth(unitCost, quantity, digits) {
  return divided(unitCost * quantity, 10n ** BigInt(9 - digits));
}

function drawersOf(facts, terminals) {
  const cash = new Map();
  for (const { terminalId, payments = [] } of facts)
    for (const { method, amount, cashBack = 0 } of payments) {
      const moved = (method === "CASH" ? BigInt(amount) : 0n) - BigInt(cashBack);
      if ((method === "CASH" || moved !== 0n) && terminalId !== undefined)
        cash.set(terminalId, (cash.get(terminalId) ?? 0n) + moved);
    }
  return terminals.flatMap(({ id, name }) => (cash.has(id) ? [{ name, cash: cash.get(id) }] : []));
}

/** What is below its reorder point, as it is now. */
function lowOf(variants, merchantId, levels) {
  return variants
    .filter((variant) => variant.merchantId === merchantId && variant.reorderPoint !== undefined)
    .map(({ id, sku, reorderPoint }) => ({
      sku,
      point: scaled(reorderPoint, 3),
      onHand: levels.get(id)?.quantity ?? 0n,
    }))
    .filter(({ point, onHand }) => onHand < point)
    .map(({ sku, onHand }) => ({ sku, onHand }));
}

/**
 * What cards, credits and deposits hold, and what customers owe (below zero): what was put on each account less what was taken from
 * it, at all locations.
 */
function heldOf(facts) {
  const held = new Map();
  const add = (id, amount) => held.set(id, (held.get(id) ?? 0n) + BigInt(amount));
  const ownerOf = new Map(facts.map(({ id, customerId, quoteId }) => [id, { customerId, quoteId }]));
  for (const fact of facts) {
    const moves = new Map();
    const move = (id, amount) => {
      add(id, amount);
      moves.set(id, (moves.get(id) ?? 0n) + BigInt(amount));
    };
    if (fact.kind === "valueAdjustment") for (const { id, amount } of fact.valueMoves) move(id, amount);
    else if (fact.kind === "customerPayment") {
      const total = sum(fact.payments.map(({ amount }) => amount));
      must(total === BigInt(fact.total), `${fact.id}: the total is not its payments'`);
      move(fact.quoteId ? `dep_${fact.quoteId.slice(4)}` : `acc_${fact.customerId.slice(4)}`, total);
    } else {
      for (const { giftCard, total } of fact.lines ?? []) if (giftCard) move(giftCard.id, total);
      const owner = fact.relatedFactId ? ownerOf.get(fact.relatedFactId) : ownerOf.get(fact.id);
      for (const payment of fact.payments ?? []) {
        const account = accountOf(payment, owner);
        if (account) move(account, -payment.amount);
      }
    }
    for (const { id, amount } of fact.valueMoves ?? []) moves.set(id, (moves.get(id) ?? 0n) - BigInt(amount));
    must(
      [...moves.values()].every((left) => left === 0n),
      `${fact.id}: what it moves is not what it paid`,
    );
  }
  return held;
}

/** The account of stored value that pays, by whose it is; which card it was the payment alone knows. */
function accountOf({ method, account }, { customerId, quoteId }) {
  if (method === "GIFT_CARD") return account.id;
  if (method === "STORE_CREDIT") return customerId;
  if (method === "ON_ACCOUNT") return `acc_${customerId.slice(4)}`;
  return method === "DEPOSIT" ? `dep_${quoteId.slice(4)}` : undefined;
}

/** A quote is sold once, as it was offered: its goods, prices, discounts and taxes. */
function checkQuotes({ records, facts }) {
  const quotes = new Map((records.get("quote") ?? []).map(({ id, held }) => [id.split("#")[1], JSON.parse(held)]));
  const sold = new Set();
  for (const { id, quoteId, kind, ...sale } of facts) {
    if (kind !== "sale" || quoteId === undefined) continue;
    const held = quotes.get(quoteId);
    must(held !== undefined && !sold.has(quoteId), `${id}: its quote is unknown, or sold before`);
    sold.add(quoteId);
    must(held.total === sale.total && held.taxTotal === sale.taxTotal, `${id}: it is not the total of its quote`);
    must(held.lines.length === sale.lines.length, `${id}: it has not the lines of its quote`);
    for (const [index, line] of held.lines.entries())
      for (const field of ["variantId", "quantity", "unitPrice", "gross", "total"])
        must(line[field] === sale.lines[index][field], `${id}: a line is not as it was quoted`);
  }
}

/** Of an exchange goods come back in one half and go out in the other; what they pay of these leaves one for the other. */
function checkExchanges(facts) {
  const halves = new Map();
  for (const fact of facts)
    if (fact.exchangeId) halves.set(fact.exchangeId, [...(halves.get(fact.exchangeId) ?? []), fact]);
  for (const [id, [one, other, ...more]] of halves) {
    must(other !== undefined && more.length === 0 && one.kind !== other.kind, `${id}: it has not two halves`);
    const of = (fact, isPassed) =>
      sum(fact.payments.filter(({ method }) => (method === "EXCHANGE") === isPassed).map(({ amount }) => amount));
    must(of(one, true) + of(other, true) === 0n, `${id}: its halves do not meet`);
    must(of(one, false) === 0n || of(other, false) === 0n, `${id}: money goes both ways`);
  }
}
