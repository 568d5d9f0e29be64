"use client";

import type { MessageKey } from "@pos/messages/catalogue.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Denied } from "../device/people.ts";

const WORDS: { readonly [code: string]: MessageKey } = {
  NETWORK: "error.network",
  UNAVAILABLE: "error.UNAVAILABLE",
  STORAGE_LOW: "error.STORAGE_LOW",
  UNAUTHENTICATED: "terminal.denied.UNAUTHENTICATED",
  INVALID_ACTIVATION_CODE: "terminal.denied.INVALID_ACTIVATION_CODE",
  OTHER_TERMINAL: "terminal.denied.OTHER_TERMINAL",
  INVALID_CREDENTIALS: "terminal.denied.INVALID_CREDENTIALS",
};

/** Why pairing or signing in did not work, in words. */
export function useDenied(): (denied: Denied | undefined) => string | undefined {
  const { t } = useI18n();
  const say = t as (key: MessageKey) => string;
  return (denied) => {
    if (denied === undefined || denied.retryAfterSeconds !== undefined) return undefined;
    const key = WORDS[denied.code];
    return key === undefined ? t("error.other") : say(key);
  };
}
