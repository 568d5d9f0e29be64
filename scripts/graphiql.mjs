import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readWords } from "./command-line.mjs";
import { installPackages, root } from "./prepare.mjs";

/** Where the host reads the query page; what is built there is committed. */
const FOLDER = join(root, "packages/host/src/node/page");

/**
 * The query page's script and style, and the licences of the packages in them. Built when GraphiQL changes and not when the host
 * starts: as packages of the host, GraphiQL and what it depends on would add 10,000 files to every installation.
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
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readWords({
    usage: "npm run graphiql",
    about:
      "Builds the query page's script and style from the installed GraphiQL, after a change of its version or of packages/host/graphiql.",
  });
  await installPackages({ development: true });
  for (const [name, text] of Object.entries(await buildGraphiql())) {
    writeFileSync(join(FOLDER, name), text);
    console.log(JSON.stringify({ file: name, bytes: Buffer.byteLength(text) }));
  }
}
