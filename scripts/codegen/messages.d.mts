import type { Project } from "./project.mjs";

export function messages(project: Project): string;
