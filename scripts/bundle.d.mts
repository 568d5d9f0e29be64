export function bundleFunctions(outdir?: string): Promise<string>;
