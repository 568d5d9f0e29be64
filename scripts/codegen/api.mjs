import { parse, print, stripIgnoredCharacters } from "graphql";
import { HEADER } from "./core.mjs";
import { constantName, enumName } from "./project.mjs";

/** The API's modules, in their order. */
export function apiModules({ modules }) {
  const inApi = modules.filter(({ hasResolvers }) => hasResolvers);
  const imports = inApi.map(({ noun }) => `import { ${constantName(noun, "Api")} } from "../${noun}/resolvers.ts";`);
  return `${HEADER}import type { ApiModule } from "../module.ts";
${imports.join("\n")}

export const apiModules: readonly ApiModule[] = [
${inApi.map(({ noun }) => `  ${constantName(noun, "Api")},`).join("\n")}
];
`;
}

/** Names that the schema writes in another way than core. */
export function enumNames({ assembly }) {
  const table = (names) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [name, enumName(name)])), undefined, 2);
  const reversed = (names) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [enumName(name), name])), undefined, 2);
  return `${HEADER}
export const ACCOUNT_NAMES = ${table(Object.keys(assembly.accounts))} as const;

export const ACCOUNTS_BY_NAME = ${reversed(Object.keys(assembly.accounts))} as const;

export const PERMISSION_NAMES = ${table(Object.keys(assembly.permissions))} as const;

export const PERMISSIONS_BY_NAME = ${reversed(Object.keys(assembly.permissions))} as const;
`;
}

/** The schema as a module, so that a bundle carries it and no process reads a file at start. */
export function schemaModule(schema) {
  const text = stripIgnoredCharacters(print(parse(schema, { noLocation: true })));
  return `${HEADER}export const schemaText = ${JSON.stringify(text)};\n`;
}
