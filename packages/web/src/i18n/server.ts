import { en, zh } from "@pos/web/generated/messages.ts";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { chooseWording, LANGUAGE_COOKIE, type Language, type Wording } from "./languages.ts";
import type { CodeMessages, MessageKey } from "./messages.ts";
import { createTranslate, type Dictionary, type Translate } from "./translate.ts";

const DICTIONARIES: Readonly<Record<Language, Dictionary & CodeMessages>> = { en, zh };

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

/** The title of the browser tab. */
export async function pageTitle(key: MessageKey): Promise<Metadata> {
  const { dictionary } = await getI18n();
  return { title: dictionary[key] };
}
