import type { Project } from "./project.mjs";

export function apiModules(project: Project): string;
