import type { Project } from "./project.mjs";

export function names(project: Project): string;
export const HEADER: string;
export function coreModules(project: Project): string;
