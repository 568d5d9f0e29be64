import { present } from "@pos/core/base/result.ts";
import { createCategory, createProduct, findVariants, type Variant } from "@pos/core/goods/catalog/index.ts";
import { createTaxCode } from "@pos/core/goods/tax/index.ts";
import type { Mail, Mailer, MailOutcome } from "@pos/core/office/mail/index.ts";
import { summaryOf } from "@pos/core/office/report/figures.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { createShop, done, type Shop, type ShopOptions } from "../../support/shop.ts";

/** A shop with two categories at two tax rates, and articles without a category. */
export interface ReportShop extends Shop {
  readonly kitchen: { readonly id: string; readonly variants: readonly Variant[] };
  readonly garden: { readonly id: string; readonly variants: readonly Variant[] };
}

export async function createReportShop(options: ShopOptions = {}): Promise<ReportShop> {
  const shop = await createShop({ terminals: 2, variants: 2, ...options });
  const { clock, owner } = shop;
  const taxCodeId = clock.newId("tax");
  done(await createTaxCode(owner, { id: taxCodeId, name: "Reduced 5 %", rate: "5" }));
  const categoryOf = async (name: string, prices: readonly string[], taxCode?: string) => {
    const id = clock.newId("cat");
    done(await createCategory(owner, { id, name }));
    const variants = prices.map((unitPrice, index) => ({
      id: clock.newId("var"),
      sku: `${name}-${index + 1}`,
      name: `${name} article ${index + 1}`,
      unitPrice,
      unitCost: "0.4",
      reorderPoint: "500",
    }));
    const product = { id: clock.newId("prd"), name, categoryId: id, ...(taxCode ? { taxCodeId: taxCode } : {}) };
    done(await createProduct(owner, { ...product, variants }));
    const found = await findVariants(
      owner.table,
      shop.merchantId,
      variants.map((variant) => ({ id: variant.id })),
    );
    return { id, variants: found.map((variant) => present(variant, "a variant")) };
  };
  const kitchen = await categoryOf("Kitchen", ["3.49", "12.95", "0.333"]);
  const garden = await categoryOf("Garden", ["7.25", "19.99"], taxCodeId);
  const variants = [...shop.variants, ...kitchen.variants, ...garden.variants];
  return {
    ...shop,
    ...{ kitchen, garden, variants },
    taxes: {
      ...shop.taxes,
      codes: { ...shop.taxes.codes, [taxCodeId]: { id: taxCodeId, name: "Reduced 5 %", rate: "5" } },
    },
    stock: (quantity, stocking = {}) => shop.stock(quantity, { variants, ...stocking }),
  };
}

/** A mailer that keeps the mails and returns the outcome that the test sets. */
export function keepingMailer(answer: (mail: Mail, count: number) => MailOutcome = () => ({ is: "sent" })) {
  const mails: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return answer(mail, mails.length);
    },
  };
  return { mails, mailer };
}

/** A report whose figures do not matter. */
export function plainReport(change: Partial<DailyReport> = {}): DailyReport {
  return {
    locationId: "loc_01J00000000000000000000000",
    day: "2026-06-15",
    madeAt: "2026-06-15T20:00:00.000Z",
    currency: "GBP",
    ...{ tips: 0, unpaid: 0, uncertain: [] },
    summary: summaryOf([
      {
        saleCount: 12,
        refundCount: 1,
        gross: 123456,
        refunds: 456,
        discount: 100,
        tax: 20500,
        cost: 50000,
        payments: {},
        hours: {},
      },
    ]),
    discountTotal: 100,
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      saleCount: hour === 10 ? 12 : 0,
      grossSales: hour === 10 ? 123456 : 0,
    })),
    categories: [{ quantity: 12000, gross: 123456, refunds: 456 }],
    articles: [{ variantId: "var_1", sku: "SKU-1", description: "Mug", quantity: 12000, gross: 123456, refunds: 456 }],
    customerPayments: [{ method: "CASH", paid: 2500, refunded: 0 }],
    payments: [{ method: "CASH", paid: 123456, refunded: 456 }],
    taxes: [{ rate: "20", net: 102500, tax: 20500 }],
    refunds: [],
    drawers: [{ terminalId: "trm_1", terminalCode: "T1", terminalName: "Terminal T1", cash: 123000 }],
    belowReorderPoint: [],
    belowReorderPointCount: 0,
    reconciliation: {
      reconciles: true,
      checks: [{ name: "ALL_BOOKED", differences: [] }],
      openExceptions: [],
      openExceptionCount: 0,
    },
    ...change,
  };
}

export const PLAIN_OF = {
  merchantName: "The Shop",
  location: { code: "HIGH-ST", name: "High Street", timeZone: "Europe/London" },
};
