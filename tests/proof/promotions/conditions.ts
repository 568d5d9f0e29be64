import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { momentAt } from "@pos/core/goods/promotion/moment.ts";
import {
  BAR,
  DRINKS,
  FOOD,
  type GoldenCart,
  LONDON,
  line as l,
  NOTHING,
  promotion as p,
  part,
  percentOff,
} from "./cart.ts";

const bestPercent = (id: string, percent: string, rule: Partial<Promotion> = {}) =>
  p(id, { kind: "PERCENT", percent, stacking: "BEST", ...rule });
const WEEKEND = percentOff("10", { weekdays: [6, 7] });
const TILL_JUNE = percentOff("10", { endsOn: "2026-06-15" });
const HAPPY = percentOff("50", { ...DRINKS, startTime: "17:00", endTime: "19:00" });
const NIGHT = percentOff("50", { startTime: "22:00", endTime: "02:00", weekdays: [5] });
const at = (instant: string) => momentAt(instant, LONDON);
const bar = (instant: string) => momentAt(instant, BAR);
const TEA = [l("tea", 1, 1000)];
const TAKEN = [[["off", 100]]] as const;
const HALF = [[["off", 500]]] as const;

const TIMES: readonly GoldenCart[] = [
  {
    name: "a weekend promotion on a Monday",
    promotions: [WEEKEND],
    lines: TEA,
    gives: [NOTHING],
    because: "15 June 2026 is a Monday",
  },
  {
    name: "a weekend promotion on a Sunday",
    promotions: [WEEKEND],
    lines: TEA,
    moment: at("2026-06-14T09:00:00.000Z"),
    gives: TAKEN,
    because: "14 June 2026 is a Sunday",
  },
  {
    name: "a minute before the midnight at which it ends",
    promotions: [TILL_JUNE],
    lines: TEA,
    moment: at("2026-06-15T22:59:59.999Z"),
    gives: TAKEN,
    because: "23:59 in London on its last day, whenever the sale is sent",
  },
  {
    name: "at the midnight at which it ends",
    promotions: [TILL_JUNE],
    lines: TEA,
    moment: at("2026-06-15T23:00:00.000Z"),
    gives: [NOTHING],
    because: "0:00 in London on the day after",
  },
  {
    name: "before its first day",
    promotions: [percentOff("10", { startsOn: "2026-06-16" })],
    lines: TEA,
    gives: [NOTHING],
    because: "the 15th is before the 16th",
  },
  {
    name: "a bar at 2 in the night still has the evening's day",
    promotions: [TILL_JUNE],
    lines: TEA,
    moment: bar("2026-06-15T18:00:00.000Z"),
    gives: TAKEN,
    because: "2:00 on the 16th in Shanghai; the 15th ends at 3",
  },
  {
    name: "happy hour begins",
    promotions: [HAPPY],
    lines: TEA,
    moment: at("2026-06-15T16:00:00.000Z"),
    gives: HALF,
    because: "17:00 in London",
  },
  {
    name: "happy hour is over",
    promotions: [HAPPY],
    lines: TEA,
    moment: at("2026-06-15T18:00:00.000Z"),
    gives: [NOTHING],
    because: "19:00 is excluded",
  },
  {
    name: "hours past midnight count to their evening",
    promotions: [NIGHT],
    lines: TEA,
    moment: bar("2026-06-19T17:30:00.000Z"),
    gives: HALF,
    because: "1:30 on Saturday in Shanghai is the bar's Friday",
  },
  {
    name: "hours past midnight, a day too late",
    promotions: [NIGHT],
    lines: TEA,
    moment: bar("2026-06-20T17:30:00.000Z"),
    gives: [NOTHING],
    because: "1:30 on Sunday is the bar's Saturday",
  },
  {
    name: "switched off",
    promotions: [percentOff("10", { isEnabled: false })],
    lines: TEA,
    gives: [NOTHING],
    because: "it is off",
  },
  {
    name: "ended by a person an hour before",
    promotions: [percentOff("10", { endedAt: "2026-06-15T08:00:00.000Z" })],
    lines: TEA,
    gives: [NOTHING],
    because: "8:00 UTC is before 9:00 UTC",
  },
  {
    name: "ended by a person an hour later",
    promotions: [percentOff("10", { endedAt: "2026-06-15T10:00:00.000Z" })],
    lines: TEA,
    gives: TAKEN,
    because: "the sale was before",
  },
];

const CONDITIONS: readonly GoldenCart[] = [
  {
    name: "without its coupon",
    promotions: [percentOff("10", { couponCode: "SUMMER" })],
    lines: TEA,
    gives: [NOTHING],
    because: "the customer did not name it",
  },
  {
    name: "with its coupon",
    promotions: [percentOff("10", { couponCode: "SUMMER" })],
    lines: TEA,
    coupons: ["SUMMER"],
    gives: TAKEN,
    because: "10 % of 1000",
  },
  {
    name: "of a group",
    promotions: [percentOff("10", { groupIds: ["grp_1"] })],
    lines: TEA,
    groups: ["grp_1"],
    gives: TAKEN,
    because: "the customer is in it",
  },
  {
    name: "not of its group",
    promotions: [percentOff("10", { groupIds: ["grp_1"] })],
    lines: TEA,
    groups: ["grp_2"],
    gives: [NOTHING],
    because: "the customer is in another",
  },
  {
    name: "three units are asked for",
    promotions: [percentOff("10", { minimumQuantity: 3 })],
    lines: [l("tea", 2, 1000)],
    gives: [NOTHING],
    because: "two are there",
  },
  {
    name: "what is weighed counts as one unit",
    promotions: [percentOff("10", { minimumQuantity: 3 })],
    lines: [l("tea", 2, 1000), l("apples", 2.5, 500)],
    gives: [[["off", 100]], [["off", 50]]],
    because: "two teas and the apples are three",
  },
];

const STACKED: readonly GoldenCart[] = [
  {
    name: "two in order: the second of what the first left",
    promotions: [
      p("b", { kind: "PERCENT", percent: "10", priority: 2 }),
      p("a", { kind: "AMOUNT", amount: 200, priority: 1 }),
    ],
    lines: TEA,
    gives: [
      [
        ["a", 200],
        ["b", 80],
      ],
    ],
    because: "1000 less 200 is 800; 10 % of it",
  },
  {
    name: "equal priority: by id",
    promotions: [p("b", { kind: "PERCENT", percent: "50" }), p("a", { kind: "AMOUNT", amount: 200 })],
    lines: TEA,
    gives: [
      [
        ["a", 200],
        ["b", 400],
      ],
    ],
    because: "a before b",
  },
  {
    name: "two that compete: the better one",
    promotions: [bestPercent("ten", "10"), bestPercent("twenty", "20")],
    lines: TEA,
    gives: [[["twenty", 200]]],
    because: "200 is more than 100",
  },
  {
    name: "two that compete and give the same: the lower priority",
    promotions: [bestPercent("ten", "10", { priority: 5 }), bestPercent("also", "10", { priority: 6 })],
    lines: TEA,
    gives: [[["ten", 100]]],
    because: "5 before 6",
  },
  {
    name: "the best leaves other lines to the next",
    promotions: [bestPercent("food", "50", FOOD), bestPercent("all", "10")],
    lines: [l("cake", 1, 1000), l("tea", 1, 1000)],
    gives: [[["food", 500]], [["all", 100]]],
    because: "500 on the cake is more than 200 on both; the tea is left for the other",
  },
  {
    name: "the best on the whole wins the line",
    promotions: [bestPercent("cake", "20", FOOD), bestPercent("all", "15")],
    lines: [l("cake", 1, 1000), l("tea", 1, 1000)],
    gives: [[["all", 150]], [["all", 150]]],
    because: "300 on both is more than 200 on the cake",
  },
  {
    name: "an exclusive one shuts out all others on its line",
    promotions: [p("only", { kind: "PERCENT", percent: "5", stacking: "EXCLUSIVE", ...DRINKS }), percentOff("50")],
    lines: [l("tea", 1, 1000), l("cake", 1, 1000)],
    gives: [[["only", 50]], [["off", 500]]],
    because: "the tea has 5 % and no more; the cake is open",
  },
  {
    name: "the first of two exclusive ones",
    promotions: [
      p("second", { kind: "PERCENT", percent: "50", stacking: "EXCLUSIVE", priority: 2 }),
      p("first", { kind: "PERCENT", percent: "5", stacking: "EXCLUSIVE", priority: 1 }),
    ],
    lines: TEA,
    gives: [[["first", 50]]],
    because: "by priority, whatever they give",
  },
  {
    name: "an exclusive one that gives nothing shuts out none",
    promotions: [p("only", { kind: "FIXED_PRICE", unitPrice: "20", stacking: "EXCLUSIVE" }), percentOff("10")],
    lines: TEA,
    gives: TAKEN,
    because: "20.00 is above the price",
  },
  {
    name: "the best, and on top one for all",
    promotions: [bestPercent("best", "20"), p("top", { kind: "AMOUNT", amount: 100, priority: 1 })],
    lines: TEA,
    gives: [
      [
        ["best", 200],
        ["top", 100],
      ],
    ],
    because: "200 first, then 100 of 800",
  },
  {
    name: "a bundle, then a percentage of what is left",
    promotions: [
      p("set", { kind: "BUNDLE", amount: 500, parts: [part("coffee"), part("cake")], priority: 1 }),
      percentOff("10"),
    ],
    lines: [l("coffee", 1, 300), l("cake", 1, 400)],
    gives: [
      [
        ["set", 86],
        ["off", 21],
      ],
      [
        ["set", 114],
        ["off", 29],
      ],
    ],
    because: "214 and 286 are left: 21.4 and 28.6",
  },
  {
    name: "all is taken before the second",
    promotions: [p("a", { kind: "PERCENT", percent: "100", priority: 1 }), percentOff("10")],
    lines: TEA,
    gives: [[["a", 1000]]],
    because: "nothing is left for the second",
  },
];

export const CONDITIONED: readonly GoldenCart[] = [...TIMES, ...CONDITIONS, ...STACKED];
