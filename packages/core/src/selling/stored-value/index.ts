export { valuePart, valueUsage } from "./booking.ts";
export { adjustGiftCard } from "./commands.ts";
export { countGuess, guessesExhausted, withCardAccounts } from "./guesses.ts";
export { issuedOn, type ValueAccount, type ValueLine, valueMovesOf } from "./model.ts";
export {
  getGiftCard,
  giftCardByCode,
  giftCardStates,
  listGiftCards,
  newGiftCardCode,
  type ValueEvent,
  valueHistory,
} from "./queries.ts";
export { VALUE_FLAGS } from "./rules.ts";
