import type { Project } from "./project.mjs";

export function printedSchema(project: Project): string;
