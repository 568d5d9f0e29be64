import type { Messages } from "./catalogue.ts";
import type { ValuesOf } from "./translation.ts";

/** A message by its key, with what it leaves open; the compiler checks both. */
export type Translate = TranslateOf<Messages>;

/** As `Translate`, of some of the nouns' messages. */
export interface TranslateOf<Some extends { readonly [key: string]: string }> {
  <Key extends keyof Some & string>(key: Key, ...values: ValuesOf<Some[Key]>): string;
  /** For keys that end with a code: a newer server may have codes without a message. */
  readonly has: (key: string) => boolean;
}

/** The first word of the keys under which the codes of one kind are in words. */
export type CodePrefix =
  | "refusal"
  | "exception"
  | "method"
  | "paymentState"
  | "role"
  | "status"
  | "taxLevel"
  | "taxRegime"
  | "fapiaoBuyer"
  | "taxRounding"
  | "setup"
  | "setupHelp";

/** A code of the contract (a refusal, an exception, a payment method) in words. A newer server may have one without. */
export function translateCode(t: Pick<Translate, "has">, prefix: CodePrefix, code: string): string {
  const translate = t as ((key: string) => string) & typeof t;
  const key = `${prefix}.${code}`;
  if (t.has(key)) return translate(key);
  return translate(prefix === "refusal" || prefix === "exception" ? `${prefix}.other` : "common.other");
}
