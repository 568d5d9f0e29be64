export { DRAWER, type Drawer, drawerProjection, paymentPostings } from "./booking.ts";
export { isAvailable, METHOD_ACCOUNTS, type Payment, type PaymentMethod } from "./model.ts";
