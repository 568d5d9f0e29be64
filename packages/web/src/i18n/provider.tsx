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
}

export type CodePrefix = "refusal" | "exception" | "method" | "role" | "status";

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
  const { language, locale } = wording;
  const value = useMemo<I18n>(
    () => ({
      language,
      locale,
      t: createTranslate(dictionary, language),
      format: createFormats(locale),
      code: (prefix, code) => translateCode(dictionary, prefix, code),
    }),
    [language, locale, dictionary],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (value === undefined) throw new Error("useI18n is used outside of I18nProvider.");
  return value;
}
