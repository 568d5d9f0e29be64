import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { en } from "./en/messages.ts";
import { chooseWording, LANGUAGE_COOKIE, type Language, type Wording } from "./languages.ts";
import type { MessageKey } from "./messages.ts";
import { createTranslate, type Dictionary, type Translate } from "./translate.ts";
import { zh } from "./zh/messages.ts";

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en, zh };

export interface ServerI18n {
  readonly wording: Wording;
  readonly dictionary: Dictionary;
  readonly t: Translate;
}

/** For server components: the language of who asks. */
export async function getI18n(): Promise<ServerI18n> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const wording = chooseWording(jar.get(LANGUAGE_COOKIE)?.value, sent.get("accept-language"));
  const dictionary = DICTIONARIES[wording.language];
  return { wording, dictionary, t: createTranslate(dictionary, wording.language) };
}

/** What the tab says. */
export async function pageTitle(key: MessageKey): Promise<Metadata> {
  const { dictionary } = await getI18n();
  return { title: dictionary[key] };
}
