import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { dashboardPages } from "./pages.ts";
import { openShop } from "./shop.ts";
import { openContext, root, settle, signIn, startBrowser, startSystem, type View, visit } from "./support.ts";
import { throughTheTerminal } from "./terminal-screens.ts";

/** `npm run screenshots [-- name ...]`: every page in every dress, into screenshots/. Names choose pages. */
const wanted = process.argv.slice(2);
const folder = join(root, "screenshots");
mkdirSync(folder, { recursive: true });
interface Dialog {
  readonly name: string;
  readonly path: string;
  readonly button: RegExp;
  /** Whether the button is one of a row. */
  readonly inTable?: boolean;
}
const MARGINS = { top: "10mm", right: "10mm", bottom: "10mm", left: "10mm" };
/** Of the widths, the one of a desk. */
const PRINTED_FROM = 1440;
const system = await startSystem();
const browser = await startBrowser();
const shop = await openShop(system);
const pages = dashboardPages(shop);
const dialogs: readonly Dialog[] = [
  { name: "refund", path: `/sales/${shop.saleId}`, button: /^(Refund|退款)$/ },
  { name: "unlinked-refund", path: "/sales/refunds", button: /^(Refund without a receipt|办理无小票退款)$/ },
  { name: "new-product", path: "/products", button: /^(New product|新建商品)$/ },
  { name: "adjust", path: `/stock/${shop.variantId}`, button: /^(Adjust|调整)$/ },
  { name: "activation", path: "/terminals", button: /^(Pair a device|激活设备)$/ },
  { name: "schedule", path: "/reports?view=schedules", button: /^(New schedule|新建定时发送)$/ },
  { name: "change-limits", path: "/limits", button: /^(Change|修改)$/ },
  { name: "new-staff", path: "/staff", button: /^(Add staff member|添加员工)$/ },
  { name: "edit-staff", path: "/staff", button: /^(Edit |编辑)/ },
  { name: "new-location", path: "/locations", button: /^(New location|新建门店)$/ },
  { name: "edit-promotion", path: "/promotions", button: /^(Edit|编辑)$/ },
  { name: "test-promotion", path: "/promotions", button: /^(Test|试算)$/ },
  { name: "edit-price-list", path: "/price-lists", button: /^(Edit|编辑)$/ },
  { name: "edit-variant", path: `/products/${shop.productId}`, inTable: true, button: /^(Edit|编辑)$/ },
  { name: "edit-category", path: "/categories", button: /^(Edit|编辑|Rename|重命名)/, inTable: true },
  { name: "edit-location", path: "/locations", inTable: true, button: /^(Edit|编辑)/ },
  { name: "customer-groups", path: "/customers", button: /^(Customer groups|顾客分组)$/ },
  { name: "tax-rate", path: "/tax", button: /^(New tax rate|新建税率)$/ },
  { name: "tax-regimes", path: "/tax", button: /^(Rates of a country|常用税制)$/ },
  { name: "adjust-gift-card", path: `/gift-cards/${shop.giftCardId}`, button: /^(Adjust balance|调整余额)$/ },
  { name: "block-gift-card", path: `/gift-cards/${shop.giftCardId}`, button: /^(Block card|停用卡片)$/ },
  { name: "account-menu", path: "/", button: /^(Account:|账号)/ },
];
try {
  const session = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
  await signIn(await session.newPage(), system);
  const cookies = await session.cookies();
  for (const language of ["en", "zh"] as const)
    for (const scheme of ["light", "dark"] as const)
      for (const width of [PRINTED_FROM, 390]) await shoot({ language, scheme, width }, cookies);
} finally {
  await browser.close();
  await system.stop();
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

/** The page as a printer gets it. */
async function printTo(page: Page, path: string): Promise<void> {
  await page.pdf({ path, format: "A4", preferCSSPageSize: true, margin: MARGINS });
}

async function shoot(view: View, cookies: Parameters<BrowserContext["addCookies"]>[0]): Promise<void> {
  const context = await openContext(browser, view);
  const page = await context.newPage();
  const dress = `${view.language}-${view.scheme}-${view.width}`;
  const shootPage = async (name: string, path: string, prepare?: () => Promise<void>) => {
    if (!isWanted(name)) return;
    await visit(page, system.url + path);
    await settle(page);
    await prepare?.();
    // A dialog comes in by a movement.
    if (prepare) await page.getByRole("dialog").waitFor();
    await page.screenshot({ path: join(folder, `${name}-${dress}.png`), fullPage: prepare === undefined });
  };
  await shootPage("sign-in", "/sign-in");
  await shootPage("e-receipt", shop.receiptPath);
  await context.addCookies(cookies);
  for (const { name, path } of pages) {
    await shootPage(name, path);
    if (view.width === PRINTED_FROM && isWanted(name)) await printTo(page, join(folder, `${name}-${dress}.pdf`));
  }
  for (const { name, path, button, inTable } of dialogs)
    await shootPage(name, path, async () => {
      const place = inTable === true ? page.getByRole("table") : page;
      await place.getByRole("button", { name: button }).first().click();
    });
  if (isWanted("terminal"))
    await throughTheTerminal(context, { system, shop, language: view.language }, async (name, shown) => {
      await shown.screenshot({ path: join(folder, `${name}-${dress}.png`) });
    });
  await context.close();
}
