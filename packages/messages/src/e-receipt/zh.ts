import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "eReceipt.title": "电子小票",
  "eReceipt.unknownTitle": "此链接没有对应的小票",
  "eReceipt.unknownText": "请检查网址是否完整。商家可能已更换链接；超过三年的小票不再显示。",
  "eReceipt.busyTitle": "暂时无法显示小票",
  "eReceipt.busyText": "请稍候，然后刷新页面。",
  "eReceipt.lead": "持有此链接的人都能查看这张小票，有效期三年。",
  "eReceipt.copyLink": "复制链接",
  "eReceipt.linkCopied": "链接已复制",
  "eReceipt.mail": "用邮件发送",
  "eReceipt.address": "邮箱地址",
  "eReceipt.addressHelp": "小票和链接将以店铺小票的语言发送。",
  "eReceipt.hiddenAddress": "地址已隐藏",
  "eReceipt.send": "发送",
  "eReceipt.sending": "小票将在一分钟内发出。",
  "eReceipt.open": "打开",
  "eReceipt.renew": "更换链接",
  "eReceipt.renewTitle": "更换这张小票的链接？",
  "eReceipt.renewText": "已发出的链接将失效，下次打印时使用新链接。",
  "eReceipt.none": "此单暂无电子小票，销售上传后即可查看。",
  "eReceipt.code": "电子小票二维码",
  "eReceipt.copies": "{count, plural, =0 {未补打} other {已补打 # 次}}",
  "refusal.UNKNOWN_DOCUMENT": "找不到这张小票。",
};
