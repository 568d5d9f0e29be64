"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createFormats, type Formats } from "./formats.ts";
import type { Wording } from "./languages.ts";
import { createTranslate, type Dictionary, type Translate, translateCode } from "./translate.ts";

export interface I18n extends Wording {
  readonly t: Translate;
  readonly format: Formats;
  /** A code of the contract (a refusal, an exception, a payment method) in words; the code itself where there are none. */
  readonly code: (prefix: CodePrefix, code: string) => string;
  /** Why an input was refused, in words. */
  readonly refusal: (refused: RefusedInput) => string;
}

/** A refusal with the limit that it states, where it states one. */
export interface RefusedInput {
  readonly code: string;
  readonly limitPercent?: string | undefined;
}

export type CodePrefix = "refusal" | "exception" | "exceptionText" | "method" | "role" | "status";

const Context = createContext<I18n | undefined>(undefined);

/** The dictionary comes with the page, so that a browser is sent one language only. */
export function I18nProvider({
  wording,
  dictionary,
  children,
}: {
  readonly wording: Wording;
  readonly dictionary: Dictionary;
  readonly children: ReactNode;
}) {
  const value = useMemo(() => createI18n(wording, dictionary), [wording, dictionary]);
  return <Context value={value}>{children}</Context>;
}

function createI18n({ language, locale }: Wording, dictionary: Dictionary): I18n {
  const t = createTranslate(dictionary, language);
  const code: I18n["code"] = (prefix, name) => translateCode(dictionary, prefix, name);
  const format = createFormats(locale);
  return {
    language,
    locale,
    t,
    format,
    code,
    // A newer server may refuse for reasons that this page has no words for.
    refusal({ code: name, limitPercent }) {
      if (limitPercent !== undefined) return t("refusal.discountLimit", { limit: format.decimal(limitPercent) });
      return Object.hasOwn(dictionary, `refusal.${name}`) ? code("refusal", name) : t("refusal.other", { code: name });
    },
  };
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (value === undefined) throw new Error("useI18n is used outside of I18nProvider.");
  return value;
}
