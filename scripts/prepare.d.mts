import type { ChildProcess, SpawnOptions } from "node:child_process";

export const root: string;
export function checkNode(): void;
export function linkWorkspaces(): void;
export function installPackages(options: { readonly development: boolean; readonly quiet?: boolean }): Promise<void>;
/** @returns the exit code */
export function run(command: string, parameters: readonly string[], options?: SpawnOptions): Promise<number>;
export function endWithUs(child: ChildProcess): void;
export function stop(message: string): never;
/** @returns the bundle's path */
export function bundleLocal(options?: {
  readonly entry?: string;
  readonly outfile?: string;
  readonly pages?: boolean;
}): Promise<string>;
export function buildWeb(): Promise<void>;
