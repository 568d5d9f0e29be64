/** What a patch of git does to one file. */
interface Touched {
  readonly path: string;
  readonly isNew: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Reads a patch as `git diff` writes it. */
export function readPatch(text: string): readonly Touched[] {
  return text
    .split(/^diff --git /m)
    .slice(1)
    .map((part) => {
      const [head = "", ...hunks] = part.split(/^@@ .*\n/m);
      const path = /^a\/(\S+) b\/\1\n/.exec(head)?.[1];
      if (path === undefined) throw new Error(`The patch renames or names no file: ${head.slice(0, 100)}`);
      const lines = hunks.join("").split("\n");
      const of = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
      return { path, isNew: /^new file mode/m.test(head), added: of("+"), removed: of("-") };
    });
}

/** Where a new capability has its files; the list of modules is all else that it touches. */
const FOLDERS: readonly RegExp[] = [
  /^packages\/core\/src\/[a-z]+\/bag-deposit\/[\w.-]+$/,
  /^packages\/functions\/src\/api\/bag-deposit\/[\w.-]+$/,
  /^packages\/messages\/src\/bag-deposit\/(en|zh)\.ts$/,
  /^packages\/web\/src\/bag-deposit\/[\w.-]+$/,
  /^tests\/contract\/modules\/bag-deposit\/[\w.-]+$/,
];
const LIST = "packages/core/src/modules.ts";

/** What a patch does beyond new files in one folder a package and one more line in one list. */
export function breachesOf(files: readonly Touched[]): readonly string[] {
  const beyond = files
    .filter(({ path, isNew }) => path !== LIST && !(isNew && FOLDERS.some((folder) => folder.test(path))))
    .map(({ path }) => `${path} is touched`);
  const list = files.find(({ path }) => path === LIST);
  const isOneLine = list && !list.isNew && list.added.length === 1 && list.removed.length === 0;
  return isOneLine ? beyond : [...beyond, `${LIST} does not get one line more`];
}
