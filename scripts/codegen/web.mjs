import { HEADER } from "./core.mjs";
import { constantName } from "./project.mjs";

export const ROUTES = "packages/web/app/(dashboard)";

/** The messages of all screens, by language. */
export function messages({ screens }) {
  const name = (screen, language) => constantName(`${screen}-${language}`, "");
  const imports = screens.flatMap(({ name: screen }) =>
    ["en", "zh"].map(
      (language) => `import { messages as ${name(screen, language)} } from "../${screen}/messages.${language}.ts";`,
    ),
  );
  const all = (language) => screens.map(({ name: screen }) => `  ...${name(screen, language)},`).join("\n");
  return `${HEADER}${imports.join("\n")}

export const en = {
${all("en")}
} as const;

export const zh: Readonly<Record<keyof typeof en, string>> = {
${all("zh")}
};
`;
}

/** The dashboard's navigation. */
export function navigation({ screens }) {
  const items = screens.filter(({ hasItem }) => hasItem).map(({ name }) => [constantName(name, "Item"), name]);
  return `${HEADER}${items.map(([constant, name]) => `import { navigationItem as ${constant} } from "../${name}/navigation-item.ts";`).join("\n")}

export const navigationItems = [
${items.map(([constant]) => `  ${constant},`).join("\n")}
];
`;
}

/** The routes of the dashboard: a `page.tsx` in a screen's folder is the page at that path. By file. */
export function routes({ screens }) {
  return screens.flatMap(({ name, pages }) =>
    pages.map((page) => [
      `${ROUTES}/${name}/${page}`,
      `${HEADER}export { default, generateMetadata } from "@pos/web/${name}/${page}";\n`,
    ]),
  );
}
