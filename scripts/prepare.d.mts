/** @returns the bundle's path */
export function bundleLocal(options?: {
  readonly entry?: string;
  readonly outfile?: string;
  readonly pages?: boolean;
}): Promise<string>;
