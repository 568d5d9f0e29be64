import type { ExceptionCode, FailureCode } from "@pos/core/generated/names.ts";
import type { en } from "@pos/web/generated/messages.ts";

/** English is where keys are made; every other language has the same ones or does not compile. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;
/** What a language's file of a screen holds. */
export type Translation<Screen> = Readonly<Record<keyof Screen, string>>;

/** The codes of the contract in words: a language that lacks one does not compile. */
export type CodeMessages = Readonly<Record<`refusal.${FailureCode}` | `exception.${ExceptionCode}`, string>>;
