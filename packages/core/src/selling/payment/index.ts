export { DRAWER, type Drawer, drawerProjection, moneyPostings } from "./booking.ts";
export {
  accountOf,
  cameBy,
  isAvailable,
  isStoredValue,
  isTaking,
  methodsOf,
  PAYMENT_ACCOUNTS,
  type Payment,
  type PaymentMethod,
} from "./model.ts";
