import type { Layout } from "./layout.ts";

/** A level of the order that later screens join: no other screen imports one of them. */
const LAST_SCREENS = "src/home/";
const SCREEN = /^packages\/web\/(src\/[\w-]+\/)(?:[\w[\]-]+\/)*page\.tsx$/;

/**
 * The order with every screen in it: a folder with a page of its own needs no name there. It is named when other screens import
 * it, which takes a level of its own.
 */
export function withScreens(layout: Layout, files: readonly string[]): Layout {
  const named = layout.levels.flat();
  const screens = new Set(files.flatMap((file) => SCREEN.exec(file)?.[1] ?? []));
  const others = [...screens].filter((room) => !named.includes(room));
  const levels = layout.levels.map((level) => (level.includes(LAST_SCREENS) ? [...level, ...others] : level));
  return { ...layout, levels };
}
