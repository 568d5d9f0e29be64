import type { Module, ModuleBooks } from "../../module.ts";
import { dayProjection } from "./booking.ts";

export const dayBooks = {
  projections: [dayProjection],
} satisfies ModuleBooks;

export const dayModule = {
  books: dayBooks,
} as const satisfies Module;
