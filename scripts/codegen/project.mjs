import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const CORE = "packages/core/src";
const API = "packages/functions/src/api";
const MESSAGES = "packages/messages/src";
const WEB = "packages/web/src";
const CONTRACT = "tests/contract/modules";
/** What modules share, in core and in the API; it comes before all of them. */
const BASE = { path: "base", noun: "base" };

/**
 * The list of modules, which files each has, and what its `module.ts` declares.
 * @param {string} [folder] of the project
 */
export async function readProject(folder = root) {
  const { MODULES } = await evaluate(folder, `export { MODULES } from "./modules.ts";`);
  const nouns = [BASE, ...MODULES.map((path) => ({ path, noun: path.slice(path.lastIndexOf("/") + 1) }))];
  const doubled = nouns.find(({ noun }, index) => nouns.findIndex((other) => other.noun === noun) !== index);
  if (doubled) throw new Error(`Two modules are named "${doubled.noun}".`);
  const has = (file) => existsSync(join(folder, file));
  const read = (file) => (has(file) ? readFileSync(join(folder, file), "utf8") : undefined);
  const modules = nouns.map(({ path, noun }) => ({
    path,
    noun,
    isInCore: has(`${CORE}/${path}/module.ts`),
    sdl: read(`${API}/${noun}/${noun}.graphql`),
    hasResolvers: has(`${API}/${noun}/resolvers.ts`),
    hasContract: has(`${CONTRACT}/${noun}/contract.ts`),
    mappers: exportedTypes(read(`${API}/${noun}/mappers.ts`) ?? ""),
  }));
  const { declared, assembly } = await evaluateModules(folder, modules);
  const inCore = modules.filter(({ isInCore }) => isInCore);
  for (const [index, module] of inCore.entries()) module.hasBooks = declared[index].books !== undefined;
  return { modules, messageNouns: messageNounsOf(folder), screens: screensOf(folder), assembly };
}

/** "report-schedule" and "module": `reportScheduleModule`. */
export function constantName(noun, suffix) {
  return `${noun.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}${suffix}`;
}

/** "sale:override-price", "qrCode": as the schema names them, SALE_OVERRIDE_PRICE and QR_CODE. */
export function enumName(name) {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[:-]/g, "_")
    .toUpperCase();
}

/** The folders of messages. */
function messageNounsOf(folder) {
  return foldersOf(join(folder, MESSAGES)).filter((name) => existsSync(join(folder, MESSAGES, name, "en.ts")));
}

/** The folders of the dashboard that have an entry in the menu or pages. */
function screensOf(folder) {
  return foldersOf(join(folder, WEB))
    .map((name) => {
      const files = readdirSync(join(folder, WEB, name), { recursive: true, encoding: "utf8" });
      const pages = files.filter((file) => basename(file) === "page.tsx").map((file) => file.split(sep).join("/"));
      return { name, hasItem: files.includes("navigation-item.ts"), pages: pages.sort() };
    })
    .filter(({ hasItem, pages }) => hasItem || pages.length > 0);
}

function foldersOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The types that a file exports by name. */
function exportedTypes(text) {
  const declared = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  const passedOn = [...text.matchAll(/^export type \{([^}]*)\}/gm)].flatMap(([, list]) =>
    list
      .split(",")
      .map((one) => one.trim().split(" as ").at(-1)?.trim() ?? "")
      .filter((name) => name !== ""),
  );
  return [...declared, ...passedOn].sort();
}

async function evaluateModules(folder, modules) {
  const inCore = modules.filter(({ isInCore }) => isInCore);
  const imports = inCore.map(
    ({ path, noun }) => `import { ${constantName(noun, "Module")} } from "./${path}/module.ts";`,
  );
  const list = inCore.map(({ noun }) => constantName(noun, "Module"));
  return evaluate(
    folder,
    `import { assemble } from "./assemble.ts";
${imports.join("\n")}
export const declared = [${list.join(", ")}];
export const assembly = assemble(declared);`,
  );
}

/** Runs a few lines of TypeScript in core's folder. What is generated, and every package but valibot (records declare their shape with it), is left out: it is not needed to read declarations. */
async function evaluate(folder, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(folder, CORE), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    nodePaths: [join(root, "node_modules")],
    plugins: [withoutGenerated],
  });
  const text = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${text}`);
}

const withoutGenerated = {
  name: "without-generated",
  setup(build) {
    build.onResolve({ filter: /\/generated\/(names|modules)\.ts$/ }, ({ path }) => ({ path, namespace: "generated" }));
    build.onLoad({ filter: /./, namespace: "generated" }, () => ({
      contents: [
        "export const ID_PREFIXES = {}, ACCOUNTS = {}, PERMISSIONS_OF = {}, PERMISSION_NEEDS = {};",
        "export const modules = [], moduleBooks = [];",
      ].join("\n"),
    }));
    build.onResolve({ filter: /^[@\w]/ }, ({ path }) =>
      path.startsWith("node:") || path === "valibot" ? undefined : { path, namespace: "package" },
    );
    build.onLoad({ filter: /./, namespace: "package" }, () => ({ contents: "module.exports = {};" }));
  },
};
