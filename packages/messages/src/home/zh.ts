import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "nav.home": "首页",
  "home.title": "{location} 今日",
  "home.titleOfAll": "所有门店今日",
  "home.bestSellers": "近 7 天热销",
  "home.noBestSellers": "近 7 天没有销售。",
  "home.pieces": "售出 {count}（减退货）",
  "home.lowStock": "库存不足",
  "home.noLowStock": "没有低于库存预警值的商品。",
  "home.reorderAt": "{sku} · 预警值 {point}",
  "home.exceptions": "待处理异常",
  "home.allExceptions": "查看全部",
  "home.shortPin": "您的收银密码少于六位，容易被猜到，请在“我的账号”中修改。",
  "home.shortPins": "以下店主和店长的收银密码少于六位，容易被猜到：{names}。请在“员工”中重设。",
  "home.welcomeText": "仅店长可查看营业数据。您仍可查看本门店的订单。",
};
