import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { DRINKS, FOOD, type GoldenCart, line as l, NOTHING, promotion as p, part, percentOff } from "./cart.ts";

const amountOff = (amount: number, rule: Partial<Promotion> = {}) => p("off", { kind: "AMOUNT", amount, ...rule });
const fixed = (unitPrice: string, rule: Partial<Promotion> = {}) =>
  p("fix", { kind: "FIXED_PRICE", unitPrice, ...rule });
const buyGet = (buyQuantity: number, getQuantity: number, rule: Partial<Promotion> = {}) =>
  p("get", { kind: "BUY_GET", buyQuantity, getQuantity, ...rule });
const cheapest = (buyQuantity: number, rule: Partial<Promotion> = {}) =>
  p("free", { kind: "CHEAPEST_FREE", buyQuantity, ...rule });
const bundle = (amount: number, parts: Promotion["parts"], rule: Partial<Promotion> = {}) =>
  p("set", { kind: "BUNDLE", amount, ...(parts ? { parts } : {}), ...rule });
const BREAKFAST = bundle(500, [part("coffee"), part("cake")]);

const PERCENTS: readonly GoldenCart[] = [
  {
    name: "10 % of one line",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 1000)],
    gives: [[["off", 100]]],
    because: "10 % of 1000 is 100",
  },
  {
    name: "10 % of 5 rounds up",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 5)],
    gives: [[["off", 1]]],
    because: "0.5 is rounded away from zero",
  },
  {
    name: "10 % of 4 rounds down to nothing",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 4)],
    gives: [NOTHING],
    because: "0.4 is 0, and nothing is not stated",
  },
  {
    name: "a third of 1000",
    promotions: [percentOff("33.333333")],
    lines: [l("tea", 1, 1000)],
    gives: [[["off", 333]]],
    because: "333.33333 is 333",
  },
  {
    name: "everything free",
    promotions: [percentOff("100")],
    lines: [l("tea", 3, 999)],
    gives: [[["off", 999]]],
    because: "100 % of 999",
  },
  {
    name: "only its category",
    promotions: [percentOff("20", DRINKS)],
    lines: [l("tea", 1, 300), l("cake", 1, 500)],
    gives: [[["off", 60]], NOTHING],
    because: "20 % of 300; cake is food",
  },
  {
    name: "only its product",
    promotions: [percentOff("50", { productIds: ["cake"] })],
    lines: [l("tea", 1, 300), l("cake", 2, 801)],
    gives: [NOTHING, [["off", 401]]],
    because: "half of 801 is 400.5, so 401",
  },
  {
    name: "a product or a category",
    promotions: [percentOff("10", { productIds: ["hat"], ...FOOD })],
    lines: [l("hat", 1, 200), l("bread", 1, 100), l("tea", 1, 50)],
    gives: [[["off", 20]], [["off", 10]], NOTHING],
    because: "hat by product, bread by category",
  },
  {
    name: "an open line only where everything counts",
    promotions: [percentOff("10"), p("food", { kind: "PERCENT", percent: "10", ...FOOD, priority: 200 })],
    lines: [l("open", 1, 1000)],
    gives: [[["off", 100]]],
    because: "an open line has no category",
  },
  {
    name: "weighed goods",
    promotions: [percentOff("15", FOOD)],
    lines: [l("apples", 1.375, 549)],
    gives: [[["off", 82]]],
    because: "15 % of 549 is 82.35",
  },
  {
    name: "the same article on two lines, each rounded",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 105), l("tea", 1, 105)],
    gives: [[["off", 11]], [["off", 11]]],
    because: "10.5 is 11 on each line",
  },
  {
    name: "a promotion on a line that was discounted by hand",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 900)],
    gives: [[["off", 90]]],
    because: "1000 less 100 by hand leaves 900; 10 % of it",
  },
  {
    name: "a line of nothing",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 0)],
    gives: [NOTHING],
    because: "nothing is left to take from",
  },
  {
    name: "yen have no minor unit",
    promotions: [percentOff("10")],
    lines: [l("tea", 1, 1985)],
    digits: 0,
    gives: [[["off", 199]]],
    because: "198.5 yen is 199",
  },
];

const AMOUNTS: readonly GoldenCart[] = [
  {
    name: "5.00 once, shared",
    promotions: [amountOff(500)],
    lines: [l("tea", 1, 1000), l("cake", 1, 3000)],
    gives: [[["off", 125]], [["off", 375]]],
    because: "1 to 3 of 500",
  },
  {
    name: "the odd penny to the largest remainder",
    promotions: [amountOff(100)],
    lines: [l("tea", 1, 100), l("cake", 1, 100), l("bread", 1, 100)],
    gives: [[["off", 34]], [["off", 33]], [["off", 33]]],
    because: "33.3 each; the penny left goes to the first of equals",
  },
  {
    name: "largest remainder is not the first",
    promotions: [amountOff(10)],
    lines: [l("tea", 1, 100), l("cake", 1, 270)],
    gives: [[["off", 3]], [["off", 7]]],
    because: "2.70 and 7.30: 2 and 7, the penny left to .70",
  },
  {
    name: "never more than there is",
    promotions: [amountOff(5000)],
    lines: [l("tea", 1, 300), l("cake", 1, 200)],
    gives: [[["off", 300]], [["off", 200]]],
    because: "all of 500 is taken, 4500 is lost",
  },
  {
    name: "only from the goods in its scope",
    promotions: [amountOff(100, FOOD)],
    lines: [l("tea", 1, 1000), l("cake", 1, 60)],
    gives: [NOTHING, [["off", 60]]],
    because: "the cake is 60, so no more than 60",
  },
  {
    name: "an amount for each unit",
    promotions: [amountOff(20, { isPerUnit: true })],
    lines: [l("tea", 3, 300)],
    gives: [[["off", 60]]],
    because: "3 times 20",
  },
  {
    name: "an amount for each unit, capped",
    promotions: [amountOff(200, { isPerUnit: true })],
    lines: [l("tea", 3, 300)],
    gives: [[["off", 300]]],
    because: "600 is more than the line",
  },
  {
    name: "an amount for each kilogram",
    promotions: [amountOff(50, { isPerUnit: true, ...FOOD })],
    lines: [l("apples", 0.75, 300)],
    gives: [[["off", 38]]],
    because: "0.75 of 50 is 37.5, so 38",
  },
  {
    name: "from 50.00 on",
    promotions: [amountOff(1000, { minimumAmount: 5000 })],
    lines: [l("shoes", 1, 4999)],
    gives: [NOTHING],
    because: "4999 is a penny short",
  },
  {
    name: "at just 50.00",
    promotions: [amountOff(1000, { minimumAmount: 5000 })],
    lines: [l("shoes", 1, 5000)],
    gives: [[["off", 1000]]],
    because: "5000 is enough",
  },
  {
    name: "the minimum counts the goods in its scope",
    promotions: [amountOff(100, { minimumAmount: 500, ...FOOD })],
    lines: [l("cake", 1, 400), l("tea", 1, 900)],
    gives: [NOTHING, NOTHING],
    because: "food is 400, the tea does not count",
  },
  {
    name: "the minimum is after discounts by hand",
    promotions: [amountOff(100, { minimumAmount: 500 })],
    lines: [l("cake", 1, 450)],
    gives: [NOTHING],
    because: "500 less 50 by hand is 450",
  },
  {
    name: "the minimum is before promotions",
    promotions: [percentOff("50", { priority: 1 }), p("ten", { kind: "AMOUNT", amount: 10, minimumAmount: 500 })],
    lines: [l("cake", 1, 500)],
    gives: [
      [
        ["off", 250],
        ["ten", 10],
      ],
    ],
    because: "500 counts, though 250 is left",
  },
  {
    name: "dinars have three places",
    promotions: [amountOff(1250)],
    lines: [l("tea", 1, 2000), l("cake", 1, 3000)],
    digits: 3,
    gives: [[["off", 500]], [["off", 750]]],
    because: "2 to 3 of 1.250",
  },
];

const FIXED: readonly GoldenCart[] = [
  {
    name: "tea at 1.99",
    promotions: [fixed("1.99", { productIds: ["tea"] })],
    lines: [l("tea", 2, 500)],
    gives: [[["fix", 102]]],
    because: "two at 1.99 are 398, 500 less 398",
  },
  {
    name: "a fixed price above the price does nothing",
    promotions: [fixed("3")],
    lines: [l("tea", 1, 250)],
    gives: [NOTHING],
    because: "300 is more than 250",
  },
  {
    name: "a fixed price by weight",
    promotions: [fixed("2.5", FOOD)],
    lines: [l("apples", 1.2, 400)],
    gives: [[["fix", 100]]],
    because: "1.2 kg at 2.50 is 300",
  },
  {
    name: "for nothing",
    promotions: [fixed("0")],
    lines: [l("tea", 2, 500)],
    gives: [[["fix", 500]]],
    because: "nothing is left to pay",
  },
  {
    name: "a discount by hand counts toward it",
    promotions: [fixed("8")],
    lines: [l("hat", 1, 900)],
    gives: [[["fix", 100]]],
    because: "10.00 less 1.00 by hand; 8.00 is asked",
  },
  {
    name: "a fixed price in yen",
    promotions: [fixed("150")],
    lines: [l("tea", 3, 600)],
    digits: 0,
    gives: [[["fix", 150]]],
    because: "3 at 150 are 450",
  },
];

const GIVEN: readonly GoldenCart[] = [
  {
    name: "buy 2 get 1",
    promotions: [buyGet(2, 1)],
    lines: [l("tea", 3, 900)],
    gives: [[["get", 300]]],
    because: "one of three at 300",
  },
  {
    name: "two are not three",
    promotions: [buyGet(2, 1)],
    lines: [l("tea", 2, 600)],
    gives: [NOTHING],
    because: "the free one is not in the cart",
  },
  {
    name: "seven are two groups of three",
    promotions: [buyGet(2, 1)],
    lines: [l("tea", 7, 2100)],
    gives: [[["get", 600]]],
    because: "two of them free, the seventh at its price",
  },
  {
    name: "buy 2 get 1, the same article on two lines",
    promotions: [buyGet(2, 1)],
    lines: [l("tea", 2, 600), l("tea", 1, 300)],
    gives: [NOTHING, [["get", 300]]],
    because: "three in all; equal ones are taken in the order of the lines, so the last is free",
  },
  {
    name: "the cheaper line of one article is given",
    promotions: [buyGet(2, 1)],
    lines: [l("tea", 1, 250), l("tea", 2, 600)],
    gives: [[["get", 250]], NOTHING],
    because: "one was discounted by hand to 250: it is the cheapest",
  },
  {
    name: "each article by itself",
    promotions: [buyGet(1, 1, DRINKS)],
    lines: [l("tea", 2, 600), l("coffee", 1, 400)],
    gives: [[["get", 300]], NOTHING],
    because: "two teas are a pair, one coffee is none",
  },
  {
    name: "the second at half price",
    promotions: [buyGet(1, 1, { percent: "50" })],
    lines: [l("tea", 2, 501)],
    gives: [[["get", 126]]],
    because: "one is 250.5, so 251; half of it is 125.5, so 126",
  },
  {
    name: "buy 3 get 2",
    promotions: [buyGet(3, 2)],
    lines: [l("tea", 6, 600)],
    gives: [[["get", 200]]],
    because: "five are a group, two of them free",
  },
  {
    name: "weighed goods are not counted",
    promotions: [buyGet(1, 1)],
    lines: [l("apples", 2.5, 500)],
    gives: [NOTHING],
    because: "2.5 kg are no units",
  },
  {
    name: "an open line is no article",
    promotions: [buyGet(1, 1)],
    lines: [l("open", 2, 500)],
    gives: [NOTHING],
    because: "what it is cannot be compared",
  },
  {
    name: "the cheapest of three is free",
    promotions: [cheapest(3)],
    lines: [l("shoes", 1, 5000), l("hat", 1, 2000), l("socks", 1, 500)],
    gives: [NOTHING, NOTHING, [["free", 500]]],
    because: "socks are the cheapest of three",
  },
  {
    name: "of six, the third and the sixth",
    promotions: [cheapest(3)],
    lines: [l("shoes", 2, 2000), l("hat", 2, 1000), l("socks", 2, 400)],
    gives: [NOTHING, [["free", 500]], [["free", 200]]],
    because: "1000, 1000, 500: 500 is free; 500, 200, 200: 200 is free",
  },
  {
    name: "of five, one group",
    promotions: [cheapest(3)],
    lines: [l("shoes", 2, 2000), l("socks", 3, 600)],
    gives: [NOTHING, [["free", 200]]],
    because: "1000, 1000, 200 is a group, two socks are left over",
  },
  {
    name: "two units are no group of three",
    promotions: [cheapest(3)],
    lines: [l("shoes", 1, 1000), l("socks", 1, 200)],
    gives: [NOTHING, NOTHING],
    because: "one is missing",
  },
  {
    name: "the cheapest at half price",
    promotions: [cheapest(2, { percent: "50" })],
    lines: [l("shoes", 1, 1000), l("socks", 1, 201)],
    gives: [NOTHING, [["free", 101]]],
    because: "half of 201 is 100.5, so 101",
  },
  {
    name: "only within its scope",
    promotions: [cheapest(2, { categoryIds: ["wear"] })],
    lines: [l("shoes", 1, 1000), l("tea", 1, 100)],
    gives: [NOTHING, NOTHING],
    because: "the tea is no wear",
  },
];

const BUNDLES: readonly GoldenCart[] = [
  {
    name: "coffee and cake for 5.00",
    promotions: [BREAKFAST],
    lines: [l("coffee", 1, 300), l("cake", 1, 400)],
    gives: [[["set", 86]], [["set", 114]]],
    because: "700 less 500 is 200; 3 to 4: 85.7 and 114.3",
  },
  {
    name: "two bundles and a coffee",
    promotions: [BREAKFAST],
    lines: [l("coffee", 3, 900), l("cake", 2, 800)],
    gives: [[["set", 171]], [["set", 229]]],
    because: "two of 700 less 1000 is 400; 600 to 800: 171.4 and 228.6",
  },
  {
    name: "a bundle that is dearer than its goods",
    promotions: [bundle(800, [part("coffee"), part("cake")])],
    lines: [l("coffee", 1, 300), l("cake", 1, 400)],
    gives: [NOTHING, NOTHING],
    because: "700 is less than 800",
  },
  {
    name: "a part is missing",
    promotions: [BREAKFAST],
    lines: [l("coffee", 2, 600)],
    gives: [NOTHING],
    because: "there is no cake",
  },
  {
    name: "3 for 5.00",
    promotions: [bundle(500, [part("tea", 3)])],
    lines: [l("tea", 4, 800)],
    gives: [[["set", 100]]],
    because: "three are 600, less 500",
  },
  {
    name: "the dearest units make the bundle",
    promotions: [bundle(500, [{ productIds: [], categoryIds: ["drinks"], quantity: 2 }])],
    lines: [l("tea", 1, 200), l("coffee", 1, 300), l("beer", 1, 450)],
    gives: [NOTHING, [["set", 100]], [["set", 150]]],
    because: "450 and 300 are 750, less 500 is 250; 2 to 3",
  },
  {
    name: "only as many bundles as pay off",
    promotions: [bundle(500, [{ productIds: [], categoryIds: ["drinks"], quantity: 2 }])],
    lines: [l("beer", 2, 900), l("tea", 2, 400)],
    gives: [[["set", 400]], NOTHING],
    because: "two beers are 900, less 500; two teas are 400, which is less than 500",
  },
  {
    name: "a bundle for nothing",
    promotions: [bundle(0, [part("tea", 2)])],
    lines: [l("tea", 2, 400)],
    gives: [[["set", 400]]],
    because: "400 less 0",
  },
];

export const REWARDS: readonly GoldenCart[] = [...PERCENTS, ...AMOUNTS, ...FIXED, ...GIVEN, ...BUNDLES];
