import type { Translation } from "@pos/web/i18n/messages.ts";
import type { messages as en } from "./messages.en.ts";

export const messages: Translation<typeof en> = {
  "nav.home": "首页",
  "home.title": "{location} 今日",
  "home.lastWeek": "一周前同一时间（{time}）{value}",
  "home.hour": "小时",
  "home.today": "今天",
  "home.weekAgo": "一周前（全天）",
  "home.most": "最高：{value}",
  "home.noHours": "今天和一周前都没有销售。",
  "home.bestSellers": "七天畅销（含税）",
  "home.noBestSellers": "这些天没有销售。",
  "home.pieces": "售出 {count}（减退货）",
  "home.lowStock": "库存偏低",
  "home.noLowStock": "没有低于补货点的库存。",
  "home.reorderAt": "{sku} · 补货点 {point}",
  "home.exceptions": "待处理异常",
  "home.allExceptions": "全部",
  "home.shortPin": "您用于收银台的 PIN 少于六位，较容易被猜到。请申请新的 PIN。",
  "home.shortPins": "以下店主和经理的 PIN 少于六位，较容易被猜到：{names}。",
  "home.welcomeText": "数字供经理查看。您门店的销售在列表中。",
};
