import { UNITS, type Unit } from "@pos/core/base/unit.ts";

const WORDS: { readonly [U in Unit]: readonly string[] } = {
  EACH: ["each", "ea", "piece", "pieces", "pc", "pcs", "unit", "item", "件", "个", "只", "支", "瓶", "盒", "袋", "包"],
  KILOGRAM: ["kilogram", "kilograms", "kilo", "kg", "kgs", "千克", "公斤"],
  GRAM: ["gram", "grams", "g", "gr", "克"],
  POUND: ["pound", "pounds", "lb", "lbs", "磅"],
  LITRE: ["litre", "litres", "liter", "liters", "l", "升", "公升"],
  METRE: ["metre", "metres", "meter", "meters", "m", "米", "公尺"],
};

/** @returns undefined if the word names no unit */
export function unitOf(text: string): Unit | undefined {
  const word = text.normalize("NFKC").toLowerCase();
  return UNITS.find((unit) => WORDS[unit].includes(word));
}
