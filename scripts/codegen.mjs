// npm run codegen: everything that follows from the list of modules and from which files they have. With --check: nothing is
// written, and the command fails when a file is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { apiModules, enumNames, schemaModule } from "./codegen/api.mjs";
import { coreModules, HEADER, names } from "./codegen/core.mjs";
import { messages } from "./codegen/messages.mjs";
import { readProject, root } from "./codegen/project.mjs";
import { printedSchema } from "./codegen/schema.mjs";
import { moduleContracts } from "./codegen/tests.mjs";
import { DOCUMENTS, typesOf } from "./codegen/types.mjs";
import { navigation, ROUTES, routes } from "./codegen/web.mjs";
import { readWords } from "./command-line.mjs";
import { linkWorkspaces } from "./prepare.mjs";

const { values } = readWords({
  usage: "npm run codegen",
  about: "Writes everything that follows from the list of modules and from the files that each of them has.",
  options: {
    check: { type: "boolean", help: "writes nothing, and ends with 1 when a file is not what it would write" },
  },
});
const { check } = values;

linkWorkspaces();
const project = await readProject();
const schema = printedSchema(project);
const generated = new Map([
  ["packages/core/src/generated/modules.ts", coreModules(project)],
  ["packages/core/src/generated/names.ts", names(project)],
  ["packages/functions/src/api/generated/modules.ts", apiModules(project)],
  ["packages/functions/src/api/generated/names.ts", enumNames(project)],
  ["packages/functions/src/api/generated/schema.ts", schemaModule(schema)],
  ["packages/messages/src/generated/messages.ts", messages(project)],
  ["packages/web/src/generated/navigation.ts", navigation(project)],
  ["tests/contract/generated/modules.ts", moduleContracts(project)],
  ["schema.graphql", schema],
]);
for (const [file, text] of [...routes(project), ...(await typesOf(project, schema))]) generated.set(file, text);

const stale = [...generatedIn(ROUTES, "page.tsx"), ...generatedIn(DOCUMENTS, ".ts")].filter(
  (file) => !generated.has(file),
);
if (!check) for (const file of stale) rmSync(join(root, file));
for (const [file, text] of generated) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale.push(file);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (check && stale.length > 0) {
  console.error(`Not up to date: ${stale.join(", ")}. Run npm run codegen.`);
  process.exitCode = 1;
} else if (!check) console.log(stale.length === 0 ? "Everything is up to date." : `Written: ${stale.join(", ")}`);

/** What was written before: of a page or a document that is gone, the file goes too. */
function generatedIn(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.split(sep).join("/")}`)
    .filter((file) => readFileSync(join(root, file), "utf8").startsWith(HEADER));
}
