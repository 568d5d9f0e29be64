import type { Project } from "./project.mjs";

export function names(project: Project): string;
