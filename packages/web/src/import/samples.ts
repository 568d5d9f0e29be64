import { csvText } from "@pos/core/base/csv.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import { FIELDS, type FieldName, type ImportKind } from "./fields.ts";
import { fieldText } from "./reason-text.ts";

type Example = { readonly [F in FieldName]?: string };

const EXAMPLES: { readonly [L in "en" | "zh"]: { readonly [K in ImportKind]: readonly Example[] } } = {
  en: {
    products: [
      {
        ...{ name: "T-shirt", variant: "S", sku: "TS-S", barcode: "5012345678900", price: "12.50", cost: "5.00" },
        ...{ category: "Clothing", reorderPoint: "2", stocked: "yes", quantity: "10" },
      },
      {
        ...{ name: "T-shirt", variant: "M", sku: "TS-M", price: "12.50", cost: "5.00", category: "Clothing" },
        ...{ reorderPoint: "2", stocked: "yes", quantity: "8" },
      },
      { name: "Gift wrapping", sku: "WRAP", price: "2.00", stocked: "no" },
      { name: "Cola", sku: "COLA", barcode: "4006381333931", price: "1.20", quantity: "48" },
      { sku: "COLA", packName: "Case", packSize: "24", barcode: "4006381333948", price: "24.00" },
      { name: "Cheese", sku: "CHEESE", price: "14.50", unit: "kg", tare: "0.02" },
    ],
    stock: [
      { sku: "TS-S", quantity: "10", cost: "5.00" },
      { barcode: "4006381333931", quantity: "24", cost: "0.85" },
    ],
    customers: [
      { name: "Ada Lovelace", email: "ada@example.org", phone: "020 7946 0001", note: "Prefers email" },
      { name: "Green Café", phone: "020 7946 0002" },
    ],
    prices: [
      { sku: "TS-S", price: "11.00" },
      { sku: "TS-S", minimumQuantity: "10", price: "9.50" },
      { barcode: "4006381333931", price: "1.20" },
    ],
  },
  zh: {
    products: [
      {
        ...{ name: "T恤", variant: "S", sku: "TS-S", barcode: "6901234567892", price: "59.00", cost: "22.00" },
        ...{ category: "服装", reorderPoint: "2", stocked: "是", quantity: "10" },
      },
      {
        ...{ name: "T恤", variant: "M", sku: "TS-M", price: "59.00", cost: "22.00", category: "服装" },
        ...{ reorderPoint: "2", stocked: "是", quantity: "8" },
      },
      { name: "礼品包装", sku: "WRAP", price: "5.00", stocked: "否" },
      { name: "可乐", sku: "COLA", barcode: "4006381333931", price: "3.00", quantity: "48" },
      { sku: "COLA", packName: "整箱", packSize: "24", barcode: "4006381333948", price: "60.00" },
      { name: "苹果", sku: "APPLE", price: "9.90", unit: "千克", tare: "0.02" },
    ],
    stock: [
      { sku: "TS-S", quantity: "10", cost: "22.00" },
      { barcode: "4006381333931", quantity: "24", cost: "3.50" },
    ],
    customers: [
      { name: "张伟", email: "zhangwei@example.cn", phone: "138 0013 8000", note: "老顾客" },
      { name: "绿叶咖啡", phone: "010 5555 0002" },
    ],
    prices: [
      { sku: "TS-S", price: "52.00" },
      { sku: "TS-S", minimumQuantity: "10", price: "45.00" },
      { barcode: "4006381333931", price: "5.00" },
    ],
  },
};

/** A file with the columns that can be imported and a few rows, in the reader's language. */
export function sampleFile(i18n: I18n, kind: ImportKind): { readonly name: string; readonly text: string } {
  const fields = FIELDS[kind].map(({ name }) => name);
  const rows = EXAMPLES[i18n.language][kind].map((example) => fields.map((field) => example[field] ?? ""));
  return { name: `${kind}.csv`, text: csvText([fields.map((field) => fieldText(i18n, field)), ...rows]) };
}
