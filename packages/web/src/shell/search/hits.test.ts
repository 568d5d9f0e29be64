import type { I18n } from "@pos/web/i18n/provider.tsx";
import { expect, test } from "vitest";
import { pagesNamed } from "./hits.ts";

const items = [
  { path: "/sales", label: "nav.sales" },
  { path: "/tax", label: "nav.products" },
] as const;
const named = (text: string, names: { readonly [key: string]: string }) => {
  const i18n = { locale: "en-GB", t: (key: string) => names[key] ?? key } as unknown as I18n;
  return pagesNamed(items, text, i18n).hits.map(({ path }) => path);
};
const ENGLISH = { "nav.sales": "Sales", "nav.products": "Tax rates" };
const CHINESE = { "nav.sales": "订单", "nav.products": "税率设置" };

test.each([
  ["", ["/sales", "/tax"]],
  ["sal", ["/sales"]],
  ["SAL", ["/sales"]],
  ["rat", ["/tax"]],
  ["ales", []],
])("pagesNamed: finds pages by the beginnings of their words when %j is typed", (text, paths) => {
  expect(named(text, ENGLISH)).toEqual(paths);
});

test("pagesNamed: finds a Chinese page by any of its characters", () => {
  expect(named("设置", CHINESE)).toEqual(["/tax"]);
});
