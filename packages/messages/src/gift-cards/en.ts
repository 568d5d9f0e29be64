export const messages = {
  "refusal.INVALID_GIFT_CARD": "The code of the gift card has a mistake. Check it and enter it again.",
  "refusal.UNKNOWN_GIFT_CARD": "There is no such gift card.",
  "refusal.GIFT_CARD_BLOCKED": "This gift card is blocked.",
  "refusal.BALANCE_TOO_LOW": "There is less on it. Take the rest by another method.",
  "exception.UNKNOWN_GIFT_CARD": "Unknown gift card",
  "exception.GIFT_CARD_BLOCKED": "Blocked gift card used",
  "exception.BALANCE_TOO_LOW": "Gift card or store credit overdrawn",
  "exceptionText.UNKNOWN_GIFT_CARD": "A gift card was used that doesn't exist.",
  "exceptionText.GIFT_CARD_BLOCKED": "A gift card was used that is blocked.",
  "exceptionText.BALANCE_TOO_LOW": "More was taken from a gift card or a store credit than there was on it.",
} as const;
