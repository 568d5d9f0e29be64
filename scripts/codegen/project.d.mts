import type { Assembly } from "../../packages/core/src/assemble.ts";

export interface ProjectModule {
  readonly path: string;
  readonly noun: string;
  readonly isInCore: boolean;
  readonly hasBooks?: boolean;
  readonly sdl: string | undefined;
  readonly hasResolvers: boolean;
  readonly hasContract: boolean;
  readonly mappers: readonly string[];
}

export interface Project {
  readonly modules: readonly ProjectModule[];
  readonly messageNouns: readonly string[];
  readonly screens: readonly {
    readonly name: string;
    readonly hasItem: boolean;
    readonly pages: readonly string[];
  }[];
  readonly assembly: Assembly;
}

export const root: string;
export function constantName(noun: string, suffix: string): string;
export function readProject(folder?: string): Promise<Project>;
