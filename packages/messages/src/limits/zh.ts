import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "nav.limits": "权限上限",
  "limits.lead": "各角色的权限上限。超出上限的操作会被拒绝；收银设备离线时已记录的会保留，并列为异常。",
  "limits.role": "角色",
  "limits.discount": "单笔销售折扣",
  "limits.discountHelp": "一笔销售全部折扣合计占折前价格的百分比。留空则不限。",
  "limits.refund": "无小票退款",
  "limits.refundHelp": "单笔此类退款的最高金额。此类退款由接入的程序办理，收银设备凭小票退款。留空则不限。",
  "limits.none": "不限",
  "limits.notAllowed": "不允许",
  "limits.percent": "{limit}%",
  "limits.change": "修改",
  "limits.of": "权限上限：{role}",
  "limits.changed": "上限已修改",
  "refusal.INVALID_LIMIT": "请输入 0 到 100 的百分比，或不小于 0 的金额。",
};
