import { execFile } from "node:child_process";

/**
 * The command line's `verify` over a folder that no process has locked: its last line.
 * @param bundle packages/host/src/cli/pos.ts as one file
 */
export function verifyFolder(bundle: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, POS_DATA_DIR: folder };
    execFile(process.execPath, [bundle, "verify"], { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const last = stdout.trim().split("\n").at(-1);
      if (last === undefined || last === "") reject(error ?? new Error(stderr));
      else resolve(last);
    });
  });
}
