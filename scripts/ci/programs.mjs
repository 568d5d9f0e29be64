import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs without which `npm test` still passes: tests that need one are skipped by name. */
const OPTIONAL = /^(java|keytool|chromium|google-chrome)/;

/**
 * An environment without any of the optional programs, regardless of this machine.
 * @param folder receives links to all other programs
 */
export function environmentWithoutOptional(folder) {
  mkdirSync(folder);
  const names = new Set();
  for (const from of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of programsIn(from)) {
      // As in any PATH, the first program of a name takes precedence.
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
    // A PATH may contain nonexistent folders.
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  }
}
