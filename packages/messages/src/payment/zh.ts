import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "method.CASH": "现金",
  "method.CARD": "银行卡",
  "method.QR_CODE": "扫码支付",
  "method.GIFT_CARD": "礼品卡",
  "method.STORE_CREDIT": "储值",
  "method.ON_ACCOUNT": "挂账",
  "method.DEPOSIT": "订金",
  "method.OTHER": "其他",
  "method.EXCHANGE": "换货",
  "paymentState.CAPTURED": "已收款",
  "paymentState.PENDING": "等待顾客付款",
  "paymentState.VOIDED": "未付成功",
  "paymentState.UNKNOWN": "结果不明",
};
