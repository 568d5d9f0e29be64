export const messages = {
  "refusal.INVALID_GIFT_CARD": "礼品卡卡号有误，请核对后重新输入。",
  "refusal.UNKNOWN_GIFT_CARD": "没有这张礼品卡。",
  "refusal.GIFT_CARD_BLOCKED": "此礼品卡已停用。",
  "refusal.BALANCE_TOO_LOW": "余额不足，请用其他方式支付其余部分。",
  "exception.UNKNOWN_GIFT_CARD": "礼品卡不存在",
  "exception.GIFT_CARD_BLOCKED": "使用了已停用的礼品卡",
  "exception.BALANCE_TOO_LOW": "礼品卡或储值余额透支",
  "exceptionText.UNKNOWN_GIFT_CARD": "使用了一张不存在的礼品卡。",
  "exceptionText.GIFT_CARD_BLOCKED": "使用了一张已停用的礼品卡。",
  "exceptionText.BALANCE_TOO_LOW": "从礼品卡或储值余额扣除的金额超过了余额。",
} as const;
