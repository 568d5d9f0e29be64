// Makes the demo shop's goods and sales from the real data: node scripts/make-demo-data.mjs <folder with the *.csv.gz>
// The result is in version control, so this need not run again. The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const MONTHS = ["2011-03", "2011-04", "2011-05"];
const DAYS = 14;
const [OPENS, CLOSES] = [9 * 60, 17 * 60 + 30];
const SALES_A_DAY_MIN = 12;
const LINES_MAX = 8;
/** A larger quantity of one article is a wholesale line. */
const QUANTITY_MAX = 4;
const CASH_MAX = 6_000;

/** Popular goods of the data set, sorted by hand. */
const CATEGORIES = {
  Kitchen: "22720 22722 22666 22624 22427 21212 22960 84378 22139 22697 22699 20914",
  "Lights and Candles": "85123A 22178 84978 22969 21731 21733 79321 22804 22464 71053 22784",
  Bags: "85099B 20725 22383 20727 22382 22386 20712 20724 21936",
  Stationery: "20975 22759 22029 22027 21121 21498 22716 20979 21880",
  Home: "22457 21754 21755 82482 22766 22469 22470 21175 21166 22189 22727 20685 48194",
  Garden: "22487 22926 22431 22430 22441 22917 22920",
  Party: "47566 22090 22499 22084 21080 22197",
  Children: "22367 21156 47591D 47593B 22629 22630 22551 22554 22749 21790 22149",
};
/** Children's clothes, which are zero-rated in the United Kingdom. */
const ZERO_RATED = new Set("22367 21156 47591D 47593B".split(" "));
/** Names that automatic capitalization does not format well. */
const NAMES = {
  20712: "Jumbo Bag Woodland Animals",
  20727: "Lunch Bag Black Skull",
  21080: "Set of 20 Red Retrospot Paper Napkins",
  21121: "Set of 10 Red Polkadot Party Candles",
  21175: "Gin and Tonic Diet Metal Sign",
  22139: "Retrospot Tea Set Ceramic 11 Piece",
  22457: "Natural Slate Heart Chalkboard",
  21156: "Retrospot Children's Apron",
  21731: "Red Toadstool LED Night Light",
  22367: "Children's Apron Spaceboy Design",
  22804: "Candle Holder Pink Hanging Heart",
  "47591D": "Pink Fairy Cake Children's Apron",
  20914: "Set of 5 Red Retrospot Lid Glass Bowls",
};
const SMALL_WORDS = new Set(["of", "in", "with", "and", "or"]);

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder that holds 2011-03.csv.gz and its neighbours.");
const rows = MONTHS.flatMap((month) => readRows(join(folder, `${month}.csv.gz`)));
const goods = Object.entries(CATEGORIES).flatMap(([category, codes]) =>
  codes.split(" ").map((sku) => ({ sku, category })),
);
const places = new Map(goods.map(({ sku }, index) => [sku, index]));
const articles = goods.map(articleOf);
const sales = chooseDays().flatMap(salesOfDay);
const answer = { categories: Object.keys(CATEGORIES), goods: articles.map(stockedArticle), sales };
const target = new URL("../packages/host/src/demo/data.json", import.meta.url);
writeFileSync(target, compactText(answer));
console.log(`${answer.goods.length} goods, ${sales.length} sales`);

function readRows(path) {
  const text = gunzipSync(readFileSync(path)).toString("utf8");
  return text
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [invoice = "", sku = "", description = "", quantity, time = "", price] = fieldsOf(line);
      return /^\d/.test(invoice)
        ? [{ invoice, sku, description, quantity: Number(quantity), time, price: Number(price) }]
        : [];
    });
}

/** Parses one line of CSV; no field of this data contains a line break. */
function fieldsOf(line) {
  return Array.from(
    line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/**
 * Name and price are the most frequent values of the article's rows; the cost is made up: 40 to 60 per cent of the
 * price.
 */
function articleOf({ sku, category }, index) {
  const own = rows.filter((row) => row.sku === sku && row.quantity > 0 && row.price > 0);
  const price = Math.round(100 * mostCommon(own.map((row) => row.price)));
  const name = NAMES[sku] ?? titleCase(mostCommon(own.map((row) => row.description)));
  const cost = Math.round((price * (40 + ((index * 7) % 21))) / 100);
  return { sku, name, category, price, cost };
}

function mostCommon(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function titleCase(text) {
  const words = text.trim().toLowerCase().split(/\s+/);
  const tidy = words.map((word, index) =>
    index > 0 && SMALL_WORDS.has(word) ? word : word.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
  );
  return tidy.join(" ");
}

/** The first days with enough small sales, as [date, invoices]. */
function chooseDays() {
  const days = groupBy(rows, dateOf);
  const busy = [...days]
    .map(([date, own]) => [date, smallSales(own)])
    .filter(([, own]) => own.length >= SALES_A_DAY_MIN);
  if (busy.length < DAYS) throw new Error(`Only ${busy.length} days have enough small sales.`);
  return busy.slice(0, DAYS);
}

function dateOf({ time }) {
  return time.slice(0, 10);
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** A day's invoices of our goods in a shopper's quantities. */
function smallSales(own) {
  return [...groupBy(own, ({ invoice }) => invoice)].flatMap(([invoice, lines]) => {
    const minute = Number(lines[0].time.slice(11, 13)) * 60 + Number(lines[0].time.slice(14, 16));
    const kept = lines.filter(({ sku, quantity }) => places.has(sku) && quantity >= 1 && quantity <= QUANTITY_MAX);
    const fits = minute >= OPENS && minute <= CLOSES && kept.length >= 1 && kept.length <= LINES_MAX;
    return fits ? [{ invoice, minute, kept }] : [];
  });
}

/**
 * @param {any[]} day
 * @param {number} index
 */
function salesOfDay([, found], index) {
  const wanted = Math.min(found.length, 14 + ((index * 5) % 12));
  const taken = Array.from({ length: wanted }, (_, at) => found[Math.floor((at * found.length) / wanted)]);
  taken.sort((a, b) => a.minute - b.minute);
  return taken.map(({ invoice, minute, kept }) => {
    const indexes = kept.map(({ sku }) => places.get(sku));
    const total = kept.reduce((sum, { quantity }, at) => sum + quantity * articles[indexes[at]].price, 0);
    const payment = paymentOf(Number(invoice), total);
    return {
      day: DAYS - 1 - index,
      minute,
      terminal: Number(invoice) % 2,
      ...payment,
      goods: indexes,
      quantities: kept.map(({ quantity }) => quantity),
    };
  });
}

/** The data has no payments: the invoice number determines them, so that every run gives the same result. */
function paymentOf(number, total) {
  const dice = Math.floor(number / 2) % 20;
  if (dice < 7 && total <= CASH_MAX) return { method: "CASH", tendered: dice === 0 ? total : notesFor(total) };
  return { method: dice < 16 ? "CARD" : "QR_CODE" };
}

function notesFor(total) {
  return [500, 1000, 2000].find((note) => note >= total) ?? Math.ceil(total / 1000) * 1000;
}

/** Enough for every sale, with some left over. */
function stockedArticle(article, index) {
  let sold = 0;
  for (const { goods: bought, quantities } of sales) {
    for (const [at, place] of bought.entries()) if (place === index) sold += quantities[at];
  }
  const stock = Math.ceil((sold + 3 + ((index * 11) % 29)) / 6) * 6;
  const barcode = index % 4 === 3 ? {} : { barcode: barcodeOf(article.sku) };
  return { ...article, stock, ...barcode, ...(ZERO_RATED.has(article.sku) ? { zeroRated: true } : {}) };
}

/** An EAN-13 of the range 20, which GS1 reserves for a shop's internal use: 20, the code's digits, a check digit. */
function barcodeOf(sku) {
  const letter = sku.slice(5) === "" ? 0 : sku.charCodeAt(5) - 64;
  const digits = `20${String(letter).padStart(5, "0")}${sku.slice(0, 5)}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function compactText({ categories, goods: all, sales: sold }) {
  const list = (values) => `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(",\n")}\n  ]`;
  return `{\n  "categories": ${list(categories)},\n  "goods": ${list(all)},\n  "sales": ${list(sold)}\n}\n`;
}
