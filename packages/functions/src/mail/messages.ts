import type { MailLanguage } from "@pos/core/office/mail/index.ts";
import type { CheckName } from "@pos/core/office/report/index.ts";
import { REPORT_LABELS } from "@pos/core/office/report/labels.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/index.ts";
import { PAYMENT_METHOD_LABELS } from "@pos/core/selling/payment/labels.ts";

/** The texts of reports in each supported language. */
export interface ReportMessages {
  readonly locale: string;
  readonly dailyReport: string;
  /** The subject of the mail. */
  readonly subject: (location: string, day: string) => string;
  readonly reconciles: string;
  readonly doesNotReconcile: string;
  readonly checks: { readonly [name in CheckName]: string };
  readonly openExceptions: (count: number) => string;
  readonly nothingSold: string;
  readonly netSales: string;
  readonly grossSales: string;
  readonly sales: string;
  readonly averageSale: string;
  readonly refunds: string;
  readonly tax: string;
  readonly discounts: string;
  readonly costOfGoods: string;
  readonly grossMargin: string;
  readonly totals: string;
  readonly byHour: string;
  /** The alternative text of the chart. */
  readonly chart: (hour: string, amount: string) => string;
  readonly byCategory: string;
  readonly noCategory: string;
  readonly bestSellers: string;
  readonly article: string;
  /** Column names of the file. */
  readonly figure: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly amount: string;
  readonly payments: string;
  readonly methods: { readonly [method in PaymentMethod]: string };
  readonly taxByRate: string;
  readonly net: string;
  readonly refundsGiven: string;
  readonly noReason: string;
  readonly drawers: string;
  readonly belowReorderPoint: string;
  readonly onHand: string;
  readonly reorderPoint: string;
  readonly more: (count: number) => string;
  readonly footer: (time: string) => string;
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
  nothingSold: "Nothing was sold on this day.",
  netSales: "Net sales",
  sales: "Sales",
  averageSale: "Average sale",
  refunds: "Refunds",
  tax: "Tax",
  grossMargin: "Gross margin",
  byHour: "Gross sales by hour",
  chart: (hour, amount) => `Bar chart of gross sales by hour; the best hour began at ${hour}, with ${amount}`,
  byCategory: "By category",
  noCategory: "No category",
  bestSellers: "Best sellers",
  article: "Article",
  figure: "Figure",
  code: "SKU",
  name: "Name",
  category: "Category",
  quantity: "Quantity",
  amount: "Amount",
  payments: "Payments",
  methods: PAYMENT_METHOD_LABELS.en,
  taxByRate: "Tax by rate",
  net: "Net",
  refundsGiven: "Refunds given",
  noReason: "No reason given",
  drawers: "Cash in drawers now",
  belowReorderPoint: "Below the reorder point now",
  onHand: "On hand",
  reorderPoint: "Reorder point",
  more: (count) => `and ${count} more`,
  footer: (time) => `Made by the point of sale at ${time}. All figures are in the attached file.`,
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
  nothingSold: "当日没有销售。",
  netSales: "净销售额",
  sales: "销售笔数",
  averageSale: "平均每笔",
  refunds: "退款",
  tax: "税额",
  grossMargin: "毛利",
  byHour: "按小时销售总额",
  chart: (hour, amount) => `按小时销售总额柱状图；最高的一小时从 ${hour} 开始，金额 ${amount}`,
  byCategory: "按类别",
  noCategory: "未分类",
  bestSellers: "畅销商品",
  article: "商品",
  figure: "项目",
  code: "SKU",
  name: "名称",
  category: "类别",
  quantity: "数量",
  amount: "金额",
  payments: "收款方式",
  methods: PAYMENT_METHOD_LABELS.zh,
  taxByRate: "按税率",
  net: "不含税额",
  refundsGiven: "退款明细",
  noReason: "未注明原因",
  drawers: "钱箱现金（当前）",
  belowReorderPoint: "低于补货点（当前）",
  onHand: "现有库存",
  reorderPoint: "补货点",
  more: (count) => `另有 ${count} 项`,
  footer: (time) => `由收银系统生成于 ${time}。全部数据见附件。`,
};

export const REPORT_MESSAGES: { readonly [language in MailLanguage]: ReportMessages } = { EN, ZH_HANS };
