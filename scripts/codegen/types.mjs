import { relative } from "node:path";
import { root } from "./project.mjs";

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
        "packages/web/src/graphql/generated/": {
          preset: "client",
          documents: "packages/web/{app,src}/**/*.graphql",
          presetConfig: { fragmentMasking: false },
          config: COMMON,
        },
      },
    },
    false,
  );
  return files.map(({ filename, content }) => [relative(root, filename).replaceAll("\\", "/"), content]);
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
