export { DRAWER, type Drawer, drawerProjection, moneyPostings } from "./booking.ts";
export { isAvailable, isStoredValue, METHOD_ACCOUNTS, methodsOf, type Payment, type PaymentMethod } from "./model.ts";
