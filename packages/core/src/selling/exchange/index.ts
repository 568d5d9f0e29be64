export { exchangeFingerprint, exchangeOffline, exchangeSale, sealedExchange } from "./commands.ts";
export { type Exchange, type ExchangeInput, halvesOf } from "./model.ts";
export { getExchange } from "./queries.ts";
