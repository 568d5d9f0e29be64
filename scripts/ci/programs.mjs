import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that a machine need not have for `npm test` to pass: tests that need one are skipped by name. */
const OPTIONAL = /^(java|keytool|chromium|google-chrome)/;

/**
 * The environment of a machine that has none of the optional programs, whatever this one has.
 * @param folder where the links to all other programs go
 */
export function environmentWithoutOptional(folder) {
  mkdirSync(folder);
  const names = new Set();
  for (const from of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of programsIn(from)) {
      // As on any PATH, the first of a name is the one that runs.
      if (names.has(name) || OPTIONAL.test(name)) continue;
      names.add(name);
      symlinkSync(join(from, name), join(folder, name));
    }
  }
  const { JAVA_HOME: _, DYNAMODB_ENDPOINT: __, ...rest } = process.env;
  return { ...rest, PATH: folder, CHROMIUM_PATH: join(folder, "chromium") };
}

function programsIn(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A PATH may name what does not exist.
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  }
}
