import type { TaxCode, TaxComponent, TaxRate, TaxRegime } from "./model.ts";

/** How a country taxes sales, ready to be taken over. */
export interface ReadyRegime {
  readonly regime: TaxRegime;
  /** The first is that of new products. */
  readonly codes: readonly ReadyCode[];
  /** Where the rates were looked up. */
  readonly source: string;
}

/** A code with its name in each language. It has the same id with every merchant, so that it is taken over once. */
export interface ReadyCode extends Omit<TaxCode, "name"> {
  readonly names: Names;
}

type Names = readonly [english: string, chinese: string];

export type RegimeName = keyof typeof REGIMES;

const INCLUDED: TaxRegime = { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" };

const NEW_YORK_CITY: readonly TaxComponent[] = [
  { name: "New York State", rate: "4" },
  { name: "New York City", rate: "4.5" },
  { name: "MCTD", rate: "0.375" },
];

/** 3 %; 1 % until the end of 2027, and none for nine months of 2022. */
const SMALL_SCALE = [
  ["2020-03-01", "1"],
  ["2022-04-01", "0"],
  ["2023-01-01", "1"],
  ["2028-01-01", "3"],
] as const;

const STANDARD: Names = ["Standard", "标准税率"];
const REDUCED: Names = ["Reduced", "低税率"];
const ZERO: Names = ["Zero", "零税率"];
const NONE: Names = ["No tax", "免税"];

/** With the changes of rates since 2017, or since the last one before. A regime's own rates change by a release. */
export const REGIMES = {
  CHINA: {
    regime: INCLUDED,
    codes: [
      code("CN13", ["Goods", "销售货物"], "17", ["2018-05-01", "16"], ["2019-04-01", "13"]),
      code("CN9", ["Food, books, utilities", "农产品、图书、水电气"], "11", ["2018-05-01", "10"], ["2019-04-01", "9"]),
      code("CN6", ["Services", "服务"], "6"),
      code("CN0", NONE, "0"),
    ],
    source: "财税〔2017〕37 号, 财税〔2018〕32 号, 财政部 税务总局 海关总署公告 2019 年第 39 号",
  },
  CHINA_SMALL_SCALE: {
    regime: INCLUDED,
    codes: [code("CNS", ["Small-scale", "小规模征收率"], "3", ...SMALL_SCALE), code("CN0", NONE, "0")],
    source: "财政部 税务总局公告 2020 年第 13 号, 2022 年第 15 号, 2023 年第 1 号, 2023 年第 19 号",
  },
  UNITED_KINGDOM: {
    regime: INCLUDED,
    codes: [code("GB20", STANDARD, "20"), code("GB5", REDUCED, "5"), code("GB0", ZERO, "0")],
    source: "https://www.gov.uk/vat-rates",
  },
  GERMANY: {
    regime: INCLUDED,
    codes: [
      code("DE19", STANDARD, "19", ["2020-07-01", "16"], ["2021-01-01", "19"]),
      code("DE7", REDUCED, "7", ["2020-07-01", "5"], ["2021-01-01", "7"]),
      code("DE0", ZERO, "0"),
    ],
    source: "§ 12, § 28 UStG, https://www.gesetze-im-internet.de/ustg_1980/",
  },
  NEW_YORK_CITY: {
    regime: { pricesIncludeTax: false, level: "RATE_TOTAL", mode: "HALF_UP" },
    codes: [
      { id: idOf("NYC"), names: ["State and city", "州税和市税"], rate: "8.875", components: NEW_YORK_CITY },
      code("NY0", NONE, "0"),
    ],
    source: "New York State Department of Taxation and Finance, Publication 718",
  },
  TAX_FREE: { regime: INCLUDED, codes: [code("FREE", NONE, "0")], source: "" },
} as const satisfies { readonly [name: string]: ReadyRegime };

function code(
  key: string,
  names: Names,
  rate: string,
  ...changes: readonly (readonly [from: string, rate: string])[]
): ReadyCode {
  const later = changes.map(([from, next]): TaxRate & { from: string } => ({ from, rate: next }));
  return { id: idOf(key), names, rate, ...(later.length === 0 ? {} : { changes: later }) };
}

function idOf(key: string): string {
  return `tax_${key.padStart(26, "0")}`;
}

/** A code as a merchant keeps it. */
export function taxCodeOf({ names: [english, chinese], ...ready }: ReadyCode, isChinese: boolean): TaxCode {
  return { ...ready, name: isChinese ? chinese : english };
}
