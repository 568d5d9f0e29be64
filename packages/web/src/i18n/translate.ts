import type { Language } from "./languages.ts";
import type { MessageKey, Messages } from "./messages.ts";

/** The names between braces in a message. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Key extends MessageKey> = [Names<Messages[Key]>] extends [never]
  ? [values?: undefined]
  : [values: Readonly<Record<Names<Messages[Key]>, string | number>>];

/** A message by its key, with what it leaves open; both are checked by the compiler. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: Values<Key>) => string;

export type Dictionary = Readonly<Record<MessageKey, string>>;

/** "one|other": the form is the language's own for `{count}`. */
export function createTranslate(dictionary: Dictionary, language: Language): Translate {
  const plural = new Intl.PluralRules(language);
  return (key, ...[values]) => {
    const forms = dictionary[key].split("|");
    const given = values as Readonly<Record<string, string | number>> | undefined;
    const form = forms.length > 1 && plural.select(Number(given?.count ?? 0)) === "one" ? forms[0] : forms.at(-1);
    return (form ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(given?.[name] ?? ""));
  };
}

/** Keys that are made of a code: the code itself where no language has a text for it. */
export function translateCode(dictionary: Dictionary, prefix: string, code: string): string {
  const known: Readonly<Record<string, string | undefined>> = dictionary;
  return known[`${prefix}.${code}`] ?? code;
}
