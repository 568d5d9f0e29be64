import type { Layout } from "./layout.ts";

/**
 * Levels of an order that new folders join by a file that they have: screens that no other screen imports, and the messages of a
 * noun. A screen is named in the order when others import it, which takes a level of its own.
 */
const JOINED = [
  { room: "src/home/", by: /^packages\/web\/(src\/[\w-]+\/)(?:[\w[\]-]+\/)*page\.tsx$/ },
  { room: "common/", by: /^packages\/messages\/src\/([\w-]+\/)en\.ts$/ },
] as const;

/** The order with every folder in it that joins a level of it. */
export function withScreens(layout: Layout, files: readonly string[]): Layout {
  const named = layout.levels.flat();
  const levels = layout.levels.map((level) => {
    const joined = JOINED.find(({ room }) => level.includes(room));
    if (joined === undefined) return level;
    const rooms = new Set(files.flatMap((file) => joined.by.exec(file)?.[1] ?? []));
    return [...level, ...[...rooms].filter((room) => !named.includes(room))];
  });
  return { ...layout, levels };
}
