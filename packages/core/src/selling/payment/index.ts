export {
  DRAWER,
  type Drawer,
  drawerProjection,
  moneyPostings,
  UNCERTAIN,
  UNCERTAIN_KEY,
  UNCERTAIN_PART,
  type Uncertain,
  uncertainPart,
} from "./booking.ts";
export { createPaymentMethod, updatePaymentMethod } from "./commands.ts";
export {
  accountOf,
  cameBy,
  cameFrom,
  cashHandedOut,
  isAvailable,
  isStoredValue,
  isTaking,
  isUncertain,
  methodsOf,
  ownMethodOf,
  PAYMENT_ACCOUNTS,
  type Payment,
  type PaymentMethod,
  type PaymentState,
} from "./model.ts";
export { checkOwnMethods, nameOfOwn, ownMethodAt, ownNameOf, type PaymentSettings, paymentMethodsOf } from "./rules.ts";
