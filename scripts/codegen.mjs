// npm run codegen: everything that follows from the list of modules and from which files they have. With --check: nothing is
// written, and the command fails when a file is not what it would write.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiModules, enumNames, schemaModule } from "./codegen/api.mjs";
import { coreModules, names } from "./codegen/core.mjs";
import { readProject, root } from "./codegen/project.mjs";
import { printedSchema } from "./codegen/schema.mjs";
import { typesOf } from "./codegen/types.mjs";
import { messages, navigation } from "./codegen/web.mjs";

const check = process.argv.includes("--check");

const project = await readProject();
const schema = printedSchema(project);
const generated = new Map([
  ["packages/core/src/generated/modules.ts", coreModules(project)],
  ["packages/core/src/generated/names.ts", names(project)],
  ["packages/functions/src/api/generated/modules.ts", apiModules(project)],
  ["packages/functions/src/api/generated/names.ts", enumNames(project)],
  ["packages/functions/src/api/generated/schema.ts", schemaModule(schema)],
  ["packages/web/src/generated/messages.ts", messages(project)],
  ["packages/web/src/generated/navigation.ts", navigation(project)],
  ["schema.graphql", schema],
]);
for (const [file, text] of await typesOf(project, schema)) generated.set(file, text);

const stale = [];
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
