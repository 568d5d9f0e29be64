import { HEADER } from "./core.mjs";
import { constantName } from "./project.mjs";

export const ROUTES = "packages/web/app/(dashboard)";

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
