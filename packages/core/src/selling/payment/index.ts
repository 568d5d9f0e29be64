export { DRAWER, type Drawer, drawerProjection, moneyPostings } from "./booking.ts";
export { createPaymentMethod, updatePaymentMethod } from "./commands.ts";
export {
  accountOf,
  cameBy,
  cashHandedOut,
  isAvailable,
  isStoredValue,
  isTaking,
  methodsOf,
  PAYMENT_ACCOUNTS,
  type Payment,
  type PaymentMethod,
} from "./model.ts";
export { ownNameOf, type PaymentSettings, paymentMethodsOf } from "./rules.ts";
