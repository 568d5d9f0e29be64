export { valuePart, valuePostings, valueUsage } from "./booking.ts";
export { adjustGiftCard, adjustStoreCredit } from "./commands.ts";
export { countGuess, guessesExhausted, withCardAccounts } from "./guesses.ts";
export {
  backToCustomer,
  customerAccount,
  depositAccount,
  issuedOn,
  type ValueAccount,
  type ValueLine,
  valueMovesOf,
} from "./model.ts";
export {
  deposited,
  getGiftCard,
  getStoreCredit,
  giftCardByCode,
  listGiftCards,
  newGiftCardCode,
  type StoreCredit,
  type ValueEvent,
  valueHistory,
  valueStates,
} from "./queries.ts";
export { VALUE_FLAGS } from "./rules.ts";
