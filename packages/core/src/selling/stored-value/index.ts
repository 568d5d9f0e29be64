export { valuePart, valuePostings, valueUsage } from "./booking.ts";
export { adjustGiftCard } from "./commands.ts";
export { countGuess, guessesExhausted, withCardAccounts } from "./guesses.ts";
export {
  backOnAccount,
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
  giftCardByCode,
  listGiftCards,
  newGiftCardCode,
  type ValueEvent,
  valueHistory,
  valueStates,
} from "./queries.ts";
export { VALUE_FLAGS } from "./rules.ts";
