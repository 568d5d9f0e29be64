import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the host reads the query page. What is built there is not committed. */
const FOLDER = join(root, "packages/host/src/node/page");
const STAMP = join(FOLDER, ".built");
/** What the page is built from, beside the packages of the lock file. */
const SOURCES = ["package-lock.json", "packages/host/graphiql/main.js", "packages/host/graphiql/style.css"];

/** Builds the query page's files unless they are there and up to date. */
export async function ensureGraphiql() {
  const hash = createHash("sha256");
  for (const file of SOURCES) hash.update(readFileSync(join(root, file)));
  const built = hash.digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === built) return;
  const files = { ...(await buildGraphiql()), ".built": built };
  for (const [name, text] of Object.entries(files)) {
    // Whole or not at all: another process may be starting from the same files.
    const unfinished = join(FOLDER, `${name}.${process.pid}`);
    writeFileSync(unfinished, text);
    renameSync(unfinished, join(FOLDER, name));
  }
}

/**
 * The query page's script and style, and the licences of the packages in them.
 * @returns the text of each file by its name
 */
export async function buildGraphiql() {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { query: "packages/host/graphiql/main.js" },
    outdir: FOLDER,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "error",
    plugins: [systemFonts, oneGraphql],
  });
  const files = outputFiles.map(({ path, text }) => [path.slice(FOLDER.length + 1), text]);
  return Object.fromEntries([...files, ["licences.txt", licencesOf(Object.keys(metafile.inputs))]]);
}

/** GraphiQL's style sheet carries its fonts as data; the system's do. */
const systemFonts = {
  name: "system-fonts",
  setup(build) {
    build.onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^@}]*\}/g, ""),
      loader: "css",
    }));
  },
};

/** Half of the packages ask for its CommonJS files; types of one copy are no types to the other. */
const oneGraphql = {
  name: "one-graphql",
  setup(build) {
    build.onResolve({ filter: /^graphql(\/.*)?$/ }, ({ path }) => {
      const folder = join(root, "node_modules", path);
      return { path: path.endsWith(".js") ? folder.replace(/\.js$/, ".mjs") : join(folder, "index.mjs") };
    });
  },
};

function licencesOf(inputs) {
  const folders = new Set(inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]));
  const texts = [...folders]
    .filter(Boolean)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? "" : `\n\n${readFileSync(join(root, folder, file), "utf8").trim()}`;
      return `${name} ${version}: ${license}${text}\n`;
    });
  return `The query page contains these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
