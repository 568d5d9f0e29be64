export function bundleFunctions(outdir?: string): Promise<string>;
export function bundleFunction(entry: string, outfile: string, options?: { isBare?: boolean }): Promise<void>;
