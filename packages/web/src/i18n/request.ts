import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Language } from "@pos/messages/languages.ts";
import { messageTree } from "@pos/messages/message-tree.ts";
import compile from "icu-minify/compile";
import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LANGUAGE_COOKIE, languageOf } from "./wording.ts";

/** What a page is worded with: the language of who asks. */
export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LANGUAGE_COOKIE)?.value, sent.get("accept-language"));
  return { locale, messages: compiledMessages(languageOf(locale)), timeZone: "UTC" };
});

const compiled = new Map<Language, AbstractIntlMessages>();

/** A browser formats messages that are compiled already, which spares it the parser (next.config.mjs names the formatter). */
function compiledMessages(language: Language): AbstractIntlMessages {
  // A copy, since the compiler makes objects without a prototype, which do not go from the server to a browser.
  const messages = compiled.get(language) ?? structuredClone(messageTree(CATALOGUE[language], compile));
  compiled.set(language, messages);
  return messages;
}
