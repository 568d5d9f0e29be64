export const messages = {
  "nav.limits": "Limits",
  "limits.lead":
    "The most that each role may give. More is refused at the counter; what a register recorded offline is kept and listed as an exception.",
  "limits.role": "Role",
  "limits.discount": "Discounts of a sale",
  "limits.discountHelp":
    "In percent of the price before discounts, for all discounts of a sale together. Empty: without a limit.",
  "limits.refund": "Refund without a receipt",
  "limits.refundHelp":
    "The most that one such refund may come to; connected programs can make them, registers refund by receipt. Empty: without a limit.",
  "limits.none": "No limit",
  "limits.notAllowed": "Not allowed",
  "limits.percent": "{limit}%",
  "limits.change": "Change",
  "limits.of": "Limits: {role}",
  "limits.changed": "Limits changed",
  "refusal.INVALID_LIMIT": "Enter 0 to 100 percent, or an amount of at least 0.",
} as const;
