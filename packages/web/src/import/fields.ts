/** What can be imported. */
export const IMPORT_KINDS = ["products", "stock", "customers", "prices"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type FieldName =
  | "sku"
  | "barcode"
  | "name"
  | "variant"
  | "category"
  | "price"
  | "cost"
  | "tax"
  | "stocked"
  | "reorderPoint"
  | "unit"
  | "tare"
  | "packName"
  | "packSize"
  | "quantity"
  | "minimumQuantity"
  | "currency"
  | "email"
  | "phone"
  | "note";

/** A field that a column can fill, with how shop programs and people name the column in English and Chinese. */
interface ImportField {
  readonly name: FieldName;
  readonly isRequired?: true;
  readonly names: readonly string[];
  /** Names that are parts of what other columns are named. */
  readonly wholeNames?: readonly string[];
}

const SKU: ImportField = {
  name: "sku",
  names: [
    ...["sku", "code", "item code", "product code", "article number", "article no", "item number", "stock code"],
    ...["货号", "编码", "商品编码", "商品编号", "编号", "款号", "商品货号"],
  ],
};
const BARCODE: ImportField = {
  name: "barcode",
  names: ["barcode", "barcodes", "ean", "gtin", "upc", "ean13", "条码", "条形码", "商品条码", "国际条码"],
};
const PRICE: ImportField = {
  name: "price",
  names: [
    ...["price", "unit price", "selling price", "retail price", "sales price", "sale price", "rrp"],
    ...["价格", "售价", "单价", "零售价", "销售价", "销售价格"],
  ],
};
const COST: ImportField = {
  name: "cost",
  names: [
    ...["cost", "unit cost", "cost price", "purchase price", "buying price", "cost per item", "supply price"],
    ...["成本", "成本价", "进价", "进货价", "采购价", "单位成本"],
  ],
};
const QUANTITY: ImportField = {
  name: "quantity",
  names: [
    ...["quantity", "qty", "on hand", "stock", "in stock", "stock on hand", "inventory", "count", "stock quantity"],
    ...["数量", "库存", "库存数量", "当前库存", "现有库存", "盘点数量", "期初库存", "库存量"],
  ],
};

export const FIELDS: { readonly [K in ImportKind]: readonly ImportField[] } = {
  products: [
    {
      name: "name",
      isRequired: true,
      names: [
        ...["name", "product", "product name", "item", "item name", "title", "description", "article"],
        ...["名称", "商品名称", "商品", "品名", "产品名称", "商品名"],
      ],
    },
    {
      name: "variant",
      names: [
        ...["variant", "variant name", "option", "size", "colour", "color", "option value", "option1 value"],
        ...["规格", "规格名称", "商品规格", "颜色", "尺码", "款式"],
      ],
    },
    SKU,
    BARCODE,
    { ...PRICE, isRequired: true },
    COST,
    {
      name: "category",
      names: ["category", "product category", "group", "department", "type", "分类", "商品分类", "类别", "品类"],
    },
    {
      name: "tax",
      names: ["tax", "tax code", "tax rate", "vat", "vat rate", "gst", "税率", "税码", "增值税率"],
    },
    {
      name: "reorderPoint",
      names: [
        ...["reorder point", "reorder level", "low stock", "low stock level", "minimum stock", "min stock"],
        ...["库存预警值", "预警值", "库存下限", "最低库存", "补货点"],
      ],
    },
    {
      name: "stocked",
      names: ["track stock", "tracked", "track inventory", "stocked", "管理库存", "是否管理库存", "库存管理"],
    },
    {
      ...{ name: "unit", names: ["unit of measure", "sold by", "计量单位", "销售单位"] },
      wholeNames: ["unit", "uom", "单位"],
    },
    { name: "tare", names: ["tare", "tare weight", "皮重"] },
    { name: "packName", names: ["pack name", "包装名称"], wholeNames: ["pack", "case", "包装"] },
    {
      name: "packSize",
      names: ["pack size", "case size", "units per pack", "units per case", "包装数量", "每包数量", "装箱数"],
    },
    QUANTITY,
  ],
  stock: [SKU, BARCODE, { ...QUANTITY, isRequired: true }, COST],
  prices: [
    SKU,
    BARCODE,
    {
      name: "minimumQuantity",
      names: [
        ...["from quantity", "minimum quantity", "min quantity", "min qty", "quantity break", "quantity", "qty"],
        ...["满足数量", "起订量", "起批量", "最小数量", "数量"],
      ],
    },
    { ...PRICE, isRequired: true },
    { name: "currency", names: ["currency", "currency code", "货币", "币种"] },
  ],
  customers: [
    {
      name: "name",
      isRequired: true,
      names: [
        ...["name", "customer", "customer name", "full name", "contact"],
        ...["姓名", "顾客", "顾客姓名", "客户", "客户名称", "会员姓名", "会员", "名称"],
      ],
    },
    { name: "email", names: ["email", "e-mail", "email address", "mail", "邮箱", "电子邮箱", "电子邮件"] },
    {
      name: "phone",
      names: ["phone", "phone number", "mobile", "telephone", "tel", "cell", "手机", "手机号", "电话", "联系电话"],
    },
    { name: "note", names: ["note", "notes", "comment", "comments", "remark", "remarks", "备注", "说明"] },
  ],
};

/** Which column fills a field, by its number; absent: none. */
export type Mapping = { readonly [F in FieldName]?: number };

/** The columns that are named like the fields: by their whole names first, then by a part of them. */
export function guessedMapping(header: readonly string[], kind: ImportKind): Mapping {
  const columns = header.map(plain);
  const taken = new Set<number>();
  const mapping: { [F in FieldName]?: number } = {};
  for (const isWhole of [true, false]) {
    const fits = isWhole ? (column: string, name: string) => column === name : contains;
    for (const { name: field, names, wholeNames = [] } of FIELDS[kind]) {
      if (mapping[field] !== undefined) continue;
      const plainNames = (isWhole ? [...names, ...wholeNames] : names).map(plain);
      const at = columns.findIndex(
        (column, index) => !taken.has(index) && plainNames.some((name) => fits(column, name)),
      );
      if (at < 0) continue;
      taken.add(at);
      mapping[field] = at;
    }
  }
  return mapping;
}

/** Short names are parts of many words. */
const PART_CHARACTERS_MIN = 4;
const HAN = /\p{sc=Han}/u;

function contains(column: string, name: string): boolean {
  return (name.length >= PART_CHARACTERS_MIN || (HAN.test(name) && name.length > 1)) && column.includes(name);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The fields of a kind that need a column and have none. One of SKU and barcode is enough where a row names an article. */
export function missingFields(kind: ImportKind, mapping: Mapping): FieldName[] {
  const missing = FIELDS[kind].flatMap(({ name, isRequired }) =>
    isRequired && mapping[name] === undefined ? [name] : [],
  );
  const namesArticle = kind === "customers" || mapping.sku !== undefined || mapping.barcode !== undefined;
  return namesArticle ? missing : ["sku", ...missing];
}
