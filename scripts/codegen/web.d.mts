import type { Project } from "./project.mjs";

export function navigation(project: Project): string;
export function routes(project: Project): [file: string, text: string][];
export const ROUTES: string;
