import { HEADER } from "./core.mjs";
import { constantName } from "./project.mjs";

/** The messages of all nouns, by language. */
export function messages({ messageNouns }) {
  const name = (noun, language) => constantName(`${noun}-${language}`, "");
  const imports = messageNouns.flatMap((noun) =>
    ["en", "zh"].map((language) => `import { messages as ${name(noun, language)} } from "../${noun}/${language}.ts";`),
  );
  const all = (language) => messageNouns.map((noun) => `  ...${name(noun, language)},`).join("\n");
  return `${HEADER}${imports.join("\n")}

export const en = {
${all("en")}
} as const;

export const zh: Readonly<Record<keyof typeof en, string>> = {
${all("zh")}
};
`;
}
