import { HEADER } from "./core.mjs";

const LANGUAGES = ["en", "zh"];
const MESSAGE = /^ *"exception\.([A-Z0-9_]+)":\s?("(?:[^"\\]|\\.)*"),$/gm;

/** What screens call exceptions, for mails: they do not import the dashboard. A code without a text in a language is an error. */
export function exceptionTitles({ screens, assembly }) {
  const tables = LANGUAGES.map((language) => {
    const titles = new Map(
      screens.flatMap(({ messages }) =>
        [...messages[language].matchAll(MESSAGE)].map(([, code, text]) => [code, JSON.parse(text)]),
      ),
    );
    const codes = Object.keys(assembly.exceptionCodes);
    const missing = codes.filter((code) => !titles.has(code));
    if (missing.length > 0) throw new Error(`No message (${language}) for the exceptions ${missing.join(", ")}.`);
    return [language, Object.fromEntries(codes.map((code) => [code, titles.get(code)]))];
  });
  return `${HEADER}
/** What people call exceptions, by language and code. */
export const EXCEPTION_TITLES: {
  readonly [language in "en" | "zh"]: { readonly [code: string]: string };
} = ${JSON.stringify(Object.fromEntries(tables), undefined, 2)};
`;
}
