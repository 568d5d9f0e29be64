import { expect, test } from "vitest";
import { orderBreaches } from "./import-rules.ts";

const layout = {
  folder: "packages/web/",
  levels: [["src/components/"], ["src/sales/"], ["src/home/"], ["src/shell/"]],
};
const web = (path: string) => `packages/web/src/${path}`;
const files = ["components/money.tsx", "home/page.tsx", "sales/page.tsx", "bags/page.tsx", "bags/dialog.tsx"].map(web);
const importing = (from: string, to: string) => ({ from: web(from), to: web(to), isType: false, names: [] });

test("orderBreaches: takes a screen with a page that the order does not name", () => {
  const imports = [importing("bags/dialog.tsx", "components/money.tsx"), importing("bags/page.tsx", "bags/dialog.tsx")];
  expect(orderBreaches(imports, files, layout)).toEqual([]);
  expect(orderBreaches([], [...files, web("drawers/dialog.tsx")], layout)).toEqual([
    `${web("drawers/dialog.tsx")} is in no room`,
  ]);
});

test("orderBreaches: fails when another screen imports one that the order does not name", () => {
  for (const screen of ["home/page.tsx", "sales/page.tsx"])
    expect(orderBreaches([importing(screen, "bags/dialog.tsx")], files, layout)).toHaveLength(1);
  expect(orderBreaches([importing("bags/dialog.tsx", "shell/shell.tsx")], files, layout)).toHaveLength(1);
});
