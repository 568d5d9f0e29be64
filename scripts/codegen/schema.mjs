import { buildASTSchema, getDirectiveValues, isObjectType, Kind, parse, print, validateSchema } from "graphql";
import { enumName } from "./project.mjs";

const HEADER = `# The whole schema: printed from the modules of packages/functions/src/api by npm run codegen, in their order. What the API
# promises is described in docs/contract.md.
`;
const ROOTS = ["Query", "Mutation", "Subscription"];

/** The modules' SDL as one text: extensions are merged into what they extend, root types come first. */
export function printedSchema({ modules, assembly }) {
  const parts = modules.flatMap(({ noun, sdl }) =>
    sdl === undefined ? [] : { noun, definitions: definitionsOf(noun, sdl) },
  );
  const extensions = parts.flatMap(({ definitions }) => definitions.filter(isExtension));
  const enums = parse(generatedEnums(assembly)).definitions;
  const roots = ROOTS.map((name) => ({ kind: Kind.OBJECT_TYPE_DEFINITION, name: nameNode(name), fields: [] }));
  const own = parts.map(({ noun, definitions }) => [noun, definitions.filter((one) => !isExtension(one))]);
  const [base = ["base", []], ...others] = own;
  const sections = [[base[0], [...base[1], ...enums, ...roots]], ...others].map(([noun, definitions]) => [
    noun,
    definitions.map((definition) => extended(definition, extensions)),
  ]);
  const all = sections.flatMap(([, definitions]) => definitions);
  const lost = extensions.find(({ name }) => !all.some((definition) => definition.name?.value === name.value));
  if (lost) throw new Error(`"extend type ${lost.name.value}" extends nothing.`);
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions: all });
  checkRules(schema);
  const problems = validateSchema(schema);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return [
    HEADER,
    ...sections.map(([noun, definitions]) => `${title(noun)}\n\n${definitions.map(print).join("\n\n")}\n`),
  ].join("\n");
}

/** SDL validation does not look at the values of directives. Whether a field needs a rule is checked when a schema starts. */
function checkRules(schema) {
  const access = schema.getDirective("access");
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const { name, astNode } of [type, ...Object.values(type.getFields())]) {
      try {
        if (astNode) getDirectiveValues(access, astNode);
      } catch (error) {
        throw new Error(`${type.name}, ${name}: ${error.message}`, { cause: error });
      }
    }
  }
}

function definitionsOf(noun, sdl) {
  try {
    return parse(sdl, { noLocation: true }).definitions;
  } catch (error) {
    throw new Error(`${noun}.graphql: ${error.message}`, { cause: error });
  }
}

function isExtension({ kind }) {
  return kind === Kind.OBJECT_TYPE_EXTENSION;
}

function extended(definition, extensions) {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const more = extensions.filter(({ name }) => name.value === definition.name.value);
  return { ...definition, fields: [...definition.fields, ...more.flatMap(({ fields }) => fields)] };
}

function nameNode(value) {
  return { kind: Kind.NAME, value };
}

function title(noun) {
  return `# ${noun} `.padEnd(120, "-");
}

/** The enums whose values modules declare in core. */
function generatedEnums({ accounts, permissions, failureCodes, exceptionCodes }) {
  const descriptionsOf = (declared) =>
    Object.fromEntries(Object.entries(declared).map(([name, { description }]) => [name, description]));
  const described = (texts) =>
    Object.entries(texts)
      .map(([name, text]) => `  ${JSON.stringify(text)}\n  ${enumName(name)}`)
      .join("\n");
  return `
"What is posted to. Assets and expenses grow by debit, the others by credit."
enum Account {
${described(descriptionsOf(accounts))}
}

"What a caller may do; a role has permissions at the locations that it covers. \`Me.permissions\` writes them with a colon."
enum Permission {
${described(descriptionsOf(permissions))}
}

"Why an input was refused. New values are added."
enum FailureCode {
${described(failureCodes)}
}

"What a manager may have to review. New values are added."
enum ExceptionCode {
${described(exceptionCodes)}
}
`;
}
