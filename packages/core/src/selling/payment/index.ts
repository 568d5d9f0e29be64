export { DRAWER, type Drawer, drawerProjection, moneyPostings } from "./booking.ts";
export { isAvailable, isStoredValue, METHOD_ACCOUNTS, type Payment, type PaymentMethod } from "./model.ts";
