import type { Translation } from "@pos/web/i18n/messages.ts";
import type { messages as en } from "./messages.en.ts";

export const messages: Translation<typeof en> = {
  "nav.exceptions": "异常",
  "exceptions.lead": "已照常记录、但需要有人查看的事项。销售不受影响。",
  "exceptions.show": "显示",
  "exceptions.open": "待处理",
  "exceptions.done": "已完成",
  "exceptions.what": "内容",
  "exceptions.raised": "自",
  "exceptions.about": "关于",
  "exceptions.level": "某规格的库存",
  "exceptions.note": "备注",
  "exceptions.resolve": "处理",
  "exceptions.resolved": "已处理",
  "exceptions.noteLabel": "是如何处理的？",
  "exceptions.noteHelp": "留给以后查看的人。",
  "exceptions.emptyTitle": "没有需要您处理的事项",
  "exceptions.emptyText": "销售、库存或终端有异常时会显示在这里。",
  "exceptions.noneDoneTitle": "还没有已完成的事项",
  "exceptions.noneDoneText": "已处理或原因已消除的事项保存在这里。",
  "refusal.UNKNOWN_EXCEPTION": "未知的异常。",
  "status.OPEN": "待处理",
  "status.CLOSED": "原因已消除",
  "status.RESOLVED": "已处理",
  "exceptions.touchedSales": "没有成本的销售：",
};
