/**
 * Every module, by its folder: the one list of the project. The order is the order in which modules may import each other (a
 * module imports those before it), and the order of the schema, of an archive's records and of all else that is put together
 * from modules. What a module brings is found by its files; `npm run codegen` reads this list.
 */
export const MODULES = [
  "people/access",
  "people/directory",
  "people/audit",
  "people/merchant",
  "goods/tax",
  "people/location",
  "people/staff",
  "people/terminal",
  "goods/catalog",
  "goods/pricing",
  "customers/customer-group",
  "goods/promotion",
  "goods/price-list",
  "goods/stock",
  "customers/customer",
  "selling/payment",
  "selling/day",
  "selling/sale",
  "selling/refund",
  "selling/void",
  "selling/exchange",
  "selling/parked",
  "selling/attribution",
  "selling/receipt",
  "selling/fapiao",
  "selling/sync",
  "office/finance",
  "office/report",
  "office/mail",
  "office/exception",
  "office/setup",
  "office/archive",
] as const;
