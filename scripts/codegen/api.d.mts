import type { Project } from "./project.mjs";

export function apiModules(project: Project): string;
export function enumNames(project: Project): string;
export function schemaModule(sdl: string): string;
