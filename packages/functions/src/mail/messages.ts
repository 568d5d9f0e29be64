import type { MailLanguage } from "@pos/core/office/mail/index.ts";
import type { CheckName } from "@pos/core/office/report/index.ts";
import { REPORT_LABELS } from "@pos/core/office/report/labels.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/index.ts";
import { PAYMENT_METHOD_LABELS } from "@pos/core/selling/payment/labels.ts";
import { EXCEPTION_TITLES } from "./generated/exception-titles.ts";

type SharedLabels = { readonly [name in keyof (typeof REPORT_LABELS)["en"]]: string };

/** The texts of reports in each supported language. Those that screens share are core's. */
export interface ReportMessages extends SharedLabels {
  readonly locale: string;
  readonly dailyReport: string;
  /** The subject of the mail. */
  readonly subject: (location: string, day: string) => string;
  readonly doesNotReconcile: string;
  readonly checks: { readonly [name in CheckName]: string };
  readonly openExceptions: (count: number) => string;
  readonly exceptions: { readonly [code: string]: string };
  readonly nothingSold: string;
  /** The alternative text of the chart. */
  readonly chart: (hour: string, amount: string) => string;
  readonly noCategory: string;
  readonly article: string;
  /** Column names of the file. */
  readonly figure: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly amount: string;
  readonly method: string;
  readonly methods: { readonly [method in PaymentMethod]: string };
  readonly rate: string;
  readonly refundsGiven: string;
  readonly noReason: string;
  readonly belowReorderPoint: string;
  readonly onHand: string;
  readonly reorderPoint: string;
  readonly more: (count: number) => string;
  readonly footer: (time: string) => string;
}

/** Fills in `{name}`. */
export function filled(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const EN: ReportMessages = {
  ...REPORT_LABELS.en,
  locale: "en-GB",
  dailyReport: "Daily report",
  subject: (location, day) => `Daily report, ${location}, ${day}`,
  doesNotReconcile: "The books of this day do not add up.",
  checks: {
    ALL_BOOKED: "Everything recorded is booked",
    TOTALS_ARE_SUMS: "The day's totals are the sums of its sales and refunds",
    PAYMENTS_MEET_SALES: "Payments come to sales less refunds, with cash rounding",
    TRIAL_BALANCE_ZERO: "The ledger is balanced",
  },
  openExceptions: (count) => (count === 1 ? "1 open exception" : `${count} open exceptions`),
  exceptions: EXCEPTION_TITLES.en,
  nothingSold: "Nothing was sold on this day.",
  chart: (hour, amount) => `Bar chart of sales by hour; the best hour began at ${hour}, with ${amount}`,
  noCategory: "No category",
  article: "Article",
  figure: "Figure",
  code: "Code",
  name: "Name",
  category: "Category",
  quantity: "Quantity",
  amount: "Amount",
  method: "Method",
  methods: PAYMENT_METHOD_LABELS.en,
  rate: "Rate",
  refundsGiven: "Refunds given",
  noReason: "No reason given",
  belowReorderPoint: "Below the reorder point now",
  onHand: "On hand",
  reorderPoint: "Reorder point",
  more: (count) => `and ${count} more`,
  footer: (time) => `Made by the point of sale at ${time}. The attached file has the figures as a table.`,
};

const ZH_HANS: ReportMessages = {
  ...REPORT_LABELS.zh,
  locale: "zh-CN",
  dailyReport: "每日报表",
  subject: (location, day) => `每日报表 · ${location} · ${day}`,
  doesNotReconcile: "当日账目核对不符。",
  checks: {
    ALL_BOOKED: "所有记录均已入账",
    TOTALS_ARE_SUMS: "当日合计等于各笔销售与退款之和",
    PAYMENTS_MEET_SALES: "收款等于销售减退款（含现金舍入）",
    TRIAL_BALANCE_ZERO: "试算平衡",
  },
  openExceptions: (count) => `${count} 项待处理异常`,
  exceptions: EXCEPTION_TITLES.zh,
  nothingSold: "当日没有销售。",
  chart: (hour, amount) => `按小时销售额柱状图；最高的一小时从 ${hour} 开始，金额 ${amount}`,
  noCategory: "未分类",
  article: "商品",
  figure: "项目",
  code: "编号",
  name: "名称",
  category: "类别",
  quantity: "数量",
  amount: "金额",
  method: "收款方式",
  methods: PAYMENT_METHOD_LABELS.zh,
  rate: "税率",
  refundsGiven: "退款明细",
  noReason: "未注明原因",
  belowReorderPoint: "低于补货点（当前）",
  onHand: "现有库存",
  reorderPoint: "补货点",
  more: (count) => `另有 ${count} 项`,
  footer: (time) => `由收银系统生成于 ${time}。附件为数据表。`,
};

export const REPORT_MESSAGES: { readonly [language in MailLanguage]: ReportMessages } = { EN, ZH_HANS };
