export const messages = {
  "method.CASH": "Cash",
  "method.CARD": "Card",
  "method.QR_CODE": "QR code",
  "method.GIFT_CARD": "Gift card",
  "method.STORE_CREDIT": "Store credit",
  "method.ON_ACCOUNT": "On account",
  "method.DEPOSIT": "Deposit",
  "method.OTHER": "Other",
  "method.EXCHANGE": "Exchange",
} as const;
