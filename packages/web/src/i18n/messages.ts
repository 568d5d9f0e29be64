import type { en } from "./en/messages.ts";

/** English is where keys are made; every other language has the same ones or does not compile. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;
/** What a language's file of a section holds. */
export type Translation<Section> = Readonly<Record<keyof Section, string>>;
