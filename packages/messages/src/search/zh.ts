import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "search.open": "搜索",
  "search.title": "搜索页面、商品、顾客和小票",
  "search.placeholder": "页面、商品、顾客或小票号",
  "search.pages": "页面",
  "search.products": "商品",
  "search.customers": "顾客",
  "search.receipts": "小票",
  "search.nothing": "没有找到“{text}”。",
  "search.hint": "可输入名称开头、条码或小票号（如 C1-27）。",
  "search.searching": "正在搜索…",
};
