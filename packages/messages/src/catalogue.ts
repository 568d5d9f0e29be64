import type { ExceptionCode, FailureCode } from "@pos/core/generated/names.ts";
import { en, zh } from "./generated/messages.ts";
import type { Language } from "./languages.ts";

/** English is where keys are made; every other language has the same ones or does not compile. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;

/** The codes of the contract in words: a language that lacks one does not compile. */
export type CodeMessages = Readonly<Record<`refusal.${FailureCode}` | `exception.${ExceptionCode}`, string>>;

/** All messages by language, under the keys that callers write. */
export const CATALOGUE: Readonly<Record<Language, Readonly<Record<MessageKey, string>> & CodeMessages>> = { en, zh };
