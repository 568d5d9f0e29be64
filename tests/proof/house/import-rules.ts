import type { Layout } from "./layout.ts";
import type { Import } from "./project.ts";
import { withScreens } from "./screens.ts";

/** Rules over imports. Each returns what breaks it, as lines for a person. */

/** Packages import only packages that they may, and nothing outside of tests and scripts imports a test. */
export function packageBreaches(
  imports: readonly Import[],
  allowed: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return imports
    .filter(({ from, to }) => {
      const isProgram = !/^(tests|scripts)\/|\.test\.tsx?$/.test(from);
      if (isProgram && /^tests\/|\.test\.tsx?$/.test(to)) return true;
      const own = packageOf(from);
      const other = packageOf(to);
      if (!isProgram || own === undefined || other === undefined || own === other) return false;
      return !(allowed[own] ?? []).includes(other);
    })
    .map(show);
}

/** Within a package, imports run from later rooms to earlier ones. Every file has a room. */
export function orderBreaches(imports: readonly Import[], files: readonly string[], order: Layout): readonly string[] {
  const layout = withScreens(order, files);
  const isOurs = (path: string) => path.startsWith(layout.folder) && !isTest(path);
  const strays = files.filter((file) => isOurs(file) && roomOf(file, layout) === undefined);
  const wrong = imports.filter(({ from, to }) => {
    if (!isOurs(from) || !to.startsWith(layout.folder)) return false;
    const importing = roomOf(from, layout);
    const imported = roomOf(to, layout);
    if (importing === undefined || imported === undefined || importing.name === imported.name) return false;
    return imported.level >= importing.level;
  });
  return [...strays.map((file) => `${file} is in no room`), ...wrong.map(show)];
}

interface Room {
  readonly name: string;
  readonly level: number;
}

function roomOf(path: string, { folder, levels }: Layout): Room | undefined {
  const inside = path.slice(folder.length);
  let found: Room | undefined;
  for (const [level, names] of levels.entries()) {
    for (const name of names) {
      const isIn = name.endsWith("/") ? inside.startsWith(name) : inside === name;
      if (isIn && (found === undefined || name.length > found.name.length)) found = { name, level };
    }
  }
  return found;
}

/** No two folders import each other. A folder and one inside it count as one. */
export function mutualBreaches(imports: readonly Import[]): readonly string[] {
  const pairs = new Map<string, string>();
  for (const { from, to } of imports) {
    const [a, b] = [folderOf(from), folderOf(to)];
    if (a === b || a.startsWith(b) || b.startsWith(a) || isTest(from)) continue;
    if (!pairs.has(`${a} ${b}`)) pairs.set(`${a} ${b}`, `${from} imports ${to}`);
  }
  return [...pairs.keys()]
    .map((pair) => pair.split(" ") as [string, string])
    .filter(([a, b]) => a < b && pairs.has(`${b} ${a}`))
    .map(([a, b]) => `${pairs.get(`${a} ${b}`)}, and ${pairs.get(`${b} ${a}`)}`);
}

/** Each file of a cycle, with the number of files in it. Imports of types count. */
export function cycles(imports: readonly Import[]): Readonly<Record<string, number>> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const found: Record<string, number> = {};
  for (const component of components(targets)) {
    const [only = ""] = component;
    if (component.length === 1 && !targets.get(only)?.includes(only)) continue;
    for (const file of component) found[file] = component.length;
  }
  return found;
}

/** Strongly connected components, by Tarjan's algorithm. */
function components(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    low.set(file, order.get(file) ?? 0);
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (open.includes(target)) low.set(file, Math.min(low.get(file) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(file) === order.get(file)) found.push(open.splice(open.indexOf(file)));
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return found;
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

export function show({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function packageOf(path: string): string | undefined {
  return /^packages\/(\w+)\//.exec(path)?.[1];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
