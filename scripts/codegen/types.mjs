import { relative } from "node:path";
import { HEADER } from "./core.mjs";
import { root } from "./project.mjs";

const GENERATED = "packages/web/src/graphql/generated/";
/** Where each document of the screens has a file of its own. */
export const DOCUMENTS = `${GENERATED}documents`;
const API_TYPES = "packages/functions/src/api/generated/types.ts";
const SCALARS = {
  ID: "string",
  DateTime: "string",
  Date: "string",
  MinorUnits: "number",
  Decimal: "string",
  CurrencyCode: "string",
};
const COMMON = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  inputMaybeValue: "T | null | undefined",
  scalars: SCALARS,
};

/** Types of the schema, for resolvers and for the documents of the screens: a field that is renamed no longer compiles. */
export async function typesOf(project, schema) {
  const { generate } = await import("@graphql-codegen/cli");
  const files = await generate(
    {
      schema,
      silent: true,
      noSilentErrors: true,
      generates: {
        [API_TYPES]: {
          plugins: ["typescript", "typescript-resolvers"],
          config: {
            ...COMMON,
            maybeValue: "T | null | undefined",
            contextType: "../context.ts#RequestContext",
            mappers: mappersOf(project, schema),
          },
        },
        [GENERATED]: {
          preset: "client",
          documents: "packages/web/{app,src}/**/*.graphql",
          presetConfig: { fragmentMasking: false },
          config: COMMON,
        },
      },
    },
    false,
  );
  return files.flatMap(({ filename, content }) => {
    const file = relative(root, filename).replaceAll("\\", "/");
    if (file === API_TYPES) return [[file, content]];
    // The preset's other files are for documents within the code.
    return file === `${GENERATED}graphql.ts` ? documentFiles(content) : [];
  });
}

const EXPORT = "export const ";
const CAST = " as unknown as DocumentNode<";

/** `export const NameDocument = {...} as unknown as DocumentNode<Data, Variables>;`: nothing for any other line. */
function documentOf(line) {
  const [equals, cast, end] = [line.indexOf(" = "), line.lastIndexOf(CAST), line.lastIndexOf(">;")];
  const name = line.slice(EXPORT.length, equals);
  if (!line.startsWith(EXPORT) || !name.endsWith("Document") || cast < equals || end < cast) return [];
  const types = line.slice(cast + CAST.length, end);
  const comma = types.indexOf(", ");
  const [data, variables] = [types.slice(0, comma), types.slice(comma + 2)];
  return [{ name, value: line.slice(equals + 3, cast), data, variables }];
}

/** A file for each document, so that a page loads its own and not those of all pages. */
function documentFiles(content) {
  const lines = content.split("\n");
  const documents = lines.flatMap(documentOf);
  const types = lines.filter((line) => !/^export const \w+(Document|FragmentDoc) = |^import type /.test(line));
  const exports = documents.map(({ name }) => `export { ${name} } from "./documents/${name}.ts";`);
  return [
    [`${GENERATED}types.ts`, types.join("\n")],
    [`${GENERATED}graphql.ts`, `${HEADER}export type * from "./types.ts";\n${exports.join("\n")}\n`],
    ...documents.map(({ name, value, data, variables }) => [
      `${DOCUMENTS}/${name}.ts`,
      `${HEADER}import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type * as types from "../types.ts";

export const ${name} = ${value} as unknown as TypedDocumentNode<
  types.${data},
  ${variables.startsWith("Exact<") ? "Record<string, never>" : `types.${variables}`}
>;
`,
    ]),
  ];
}

/** Every type that a module's `mappers.ts` exports is what its resolvers get for the type of that name. */
function mappersOf({ modules }, schema) {
  const mappers = modules.flatMap(({ noun, mappers }) =>
    mappers.map((name) => [name, `../${noun}/mappers.ts#${name} as ${name}Mapper`]),
  );
  for (const [name] of mappers)
    if (!new RegExp(`^(type|interface|union) ${name}\\b`, "m").test(schema))
      throw new Error(`A mappers.ts exports ${name}, which is no type of the schema.`);
  return Object.fromEntries(mappers);
}
