import type { PaymentMethod, PaymentState } from "./model.ts";

/**
 * What takes payments for the shop: a card reader, a wallet, or a device that only its operator can read. It is asked under the
 * payment's own id, so that asking again never pays twice.
 */
export interface PaymentProvider {
  /** The customer pays. */
  start(payment: PaymentAsked): Promise<ProviderAnswer>;
  /** What became of a payment that is uncertain. */
  lookUp(payment: PaymentAsked): Promise<ProviderAnswer>;
  /** It is not to go through. VOIDED: it did not and will not. */
  cancel(payment: PaymentAsked): Promise<ProviderAnswer>;
}

export interface PaymentAsked {
  /** pay_<ULID> */
  readonly id: string;
  readonly method: PaymentMethod;
  /** Minor units. */
  readonly amount: number;
}

export interface ProviderAnswer {
  readonly state: PaymentState;
  /** The provider's own number of the payment, by which its statements name it. */
  readonly reference?: string;
}

/**
 * An answer, as far as one comes in time: silence and failures are UNKNOWN, and nothing is guessed.
 * @param tooLate resolves when nothing is waited for any longer
 */
export function answerInTime(asked: Promise<ProviderAnswer>, tooLate: Promise<unknown>): Promise<ProviderAnswer> {
  const unknown = (): ProviderAnswer => ({ state: "UNKNOWN" });
  return Promise.race([asked.catch(unknown), tooLate.then(unknown)]);
}
