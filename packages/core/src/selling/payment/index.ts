export { DRAWER, type Drawer, drawerProjection, moneyPostings } from "./booking.ts";
export {
  cameBy,
  isAvailable,
  isStoredValue,
  isTaking,
  METHOD_ACCOUNTS,
  methodsOf,
  type Payment,
  type PaymentMethod,
} from "./model.ts";
