import {
  answerInTime,
  type PaymentAsked,
  type PaymentProvider,
  type ProviderAnswer,
} from "@pos/core/selling/payment/port.ts";

/** The operator reads a device that the terminal does not reach, and states what it shows. */
export function byHand(shown: ProviderAnswer): PaymentProvider {
  return {
    start: async () => shown,
    lookUp: async () => shown,
    cancel: async () => ({ state: "VOIDED" }),
  };
}

const ANSWER_MILLISECONDS = 60_000;

/** What a provider answers to an act, or UNKNOWN. */
export function asked(
  provider: PaymentProvider,
  act: keyof PaymentProvider,
  payment: PaymentAsked,
): Promise<ProviderAnswer> {
  const tooLate = new Promise((resolve) => {
    setTimeout(resolve, ANSWER_MILLISECONDS);
  });
  return answerInTime(provider[act](payment), tooLate);
}
