import type { Project } from "./project.mjs";

export function moduleContracts(project: Project): string;
