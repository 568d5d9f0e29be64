export { changeCurrency } from "./commands.ts";
export { currencyHold, setupSteps } from "./queries.ts";
