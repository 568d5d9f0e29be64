import { type Formats, formatsOf } from "@pos/messages/formats.ts";
import type { Language } from "@pos/messages/languages.ts";
import { type CodePrefix, type Translate, translateCode } from "@pos/messages/translate.ts";
import { languageOf } from "./wording.ts";

/** The texts and formats of a page, in the language of its reader. */
export interface I18n {
  readonly language: Language;
  /** How numbers and dates are written. */
  readonly locale: string;
  readonly t: Translate;
  readonly format: Formats;
  /** A code of the contract (a refusal, an exception, a payment method) in words. */
  readonly code: (prefix: CodePrefix, code: string) => string;
  /** Why an input was refused, in words. */
  readonly refusal: (refused: RefusedInput) => string;
}

/** A refusal with what it states beside its code. */
export interface RefusedInput {
  readonly code: string;
  readonly limitPercent?: string | undefined;
  readonly containsName?: boolean | undefined;
}

export function createI18n(t: Translate, locale: string): I18n {
  const format = formatsOf(locale);
  const code: I18n["code"] = (prefix, name) => translateCode(t, prefix, name);
  return {
    language: languageOf(locale),
    locale,
    t,
    format,
    code,
    refusal({ code: name, limitPercent, containsName }) {
      if (limitPercent !== undefined) return t("refusal.discountLimit", { limit: format.decimal(limitPercent) });
      if (containsName === true) return t("refusal.nameInPassword");
      return code("refusal", name);
    },
  };
}
