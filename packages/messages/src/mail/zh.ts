import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "mail.dailyReport": "日报",
  "mail.subject": "日报 · {location} · {day}",
  "mail.openExceptions": "{count, number} 项待处理异常",
  "mail.nothingSold": "当日没有销售。",
  "mail.noCategory": "未分类",
  "mail.article": "商品",
  "mail.figure": "项目",
  "mail.code": "编号",
  "mail.name": "名称",
  "mail.category": "分类",
  "mail.quantity": "数量",
  "mail.amount": "金额",
  "mail.rate": "税率",
  "mail.refundsGiven": "退款明细",
  "mail.noReason": "未注明原因",
  "mail.belowReorderPoint": "库存不足（当前）",
  "mail.onHand": "当前库存",
  "mail.reorderPoint": "库存预警值",
  "mail.more": "另有 {count, number} 项",
  "mail.footer": "由收银系统生成于 {time}。附件为数据表。",
  "mail.receiptSubject": "您在{shop}的购物小票",
  "mail.receiptTitle": "购物小票",
  "mail.receiptOnline": "在网页上查看",
  "mail.receiptFooter": "此邮件应您的要求由{shop}发送。",
};
