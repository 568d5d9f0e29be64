import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type DeadLetterStore, DeadLetterStoreUnusable } from "./port.ts";

/**
 * A folder with a copy of the bucket's records under the same names.
 * @throws DeadLetterStoreUnusable if there is no such folder
 */
export function folderDeadLetters(folder: string): DeadLetterStore {
  return {
    async *list() {
      const names = (await namesIn(folder)).sort((a, b) => (a < b ? -1 : 1));
      for (const name of names) {
        const found = await stat(join(folder, name));
        if (found.isFile()) yield { name: name.split(sep).join("/"), bytes: found.size };
      }
    },
    async read(name) {
      try {
        return await readFile(join(folder, name), "utf8");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new DeadLetterStoreUnusable(`There is no folder ${folder}.`);
    throw error;
  }
}
