import { type FirstLoad, measureFirstLoad } from "./first-load.ts";
import { dashboardPages } from "./pages.ts";
import { openShop } from "./shop.ts";
import { openContext, signIn, startBrowser, startSystem } from "./support.ts";

/** `npm run measure:pages`: medians of the first load of each page, of this project or of another checkout of it. */
const [runsText = "5", folder, ...wanted] = process.argv.slice(2);
const runs = Number(runsText);
const system = await startSystem({}, folder === "" ? undefined : folder);
const browser = await startBrowser();
try {
  const pages = dashboardPages(await openShop(system));
  const session = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
  await signIn(await session.newPage(), system);
  const cookies = await session.cookies();
  for (const { name, path } of pages) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const isSlow of [false, true]) {
      const loads: FirstLoad[] = [];
      for (let run = 0; run < runs; run++)
        loads.push(await measureFirstLoad(browser, system, { path, cookies, isSlow }));
      const median = (figure: keyof FirstLoad) =>
        Math.round(loads.map((load) => load[figure]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0);
      const figures = Object.keys(loads[0] ?? {}) as (keyof FirstLoad)[];
      const medians = Object.fromEntries(figures.map((figure) => [figure, median(figure)]));
      console.log(JSON.stringify({ page: name, isSlow, ...medians }));
    }
  }
} finally {
  await browser.close();
  await system.stop();
}
