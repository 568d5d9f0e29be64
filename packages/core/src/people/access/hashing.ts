import { hash, verify } from "@node-rs/argon2";
import { TableUnavailable } from "../../table/port/port.ts";
import { createHashQueue } from "./hash-queue.ts";

/**
 * Computes the hashes of passwords and PINs, which take tens of milliseconds and 19 MiB each. The library computes in the
 * process's thread pool; a flood of guesses would fill the pool, on which the table's commits and files depend, and all
 * cores. So few are computed at a time, few wait, and the others are refused at once.
 */

/** argon2id with the parameters that OWASP's password storage cheat sheet gives for it: 19 MiB, two passes, one lane. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The one queue of the process. */
export const hashQueue = createHashQueue();

/** For secrets that a signed-in caller sets. @throws TableUnavailable when the caller has to try again */
export async function hashSecret(secret: string): Promise<string> {
  const hashed = hashQueue.run("known", undefined, () => hash(secret, ARGON2));
  if (hashed === undefined) throw new TableUnavailable("none", "Too many secrets are being hashed; try again.");
  return hashed;
}

/** Whether a secret that a signed-in caller sets is the stored one. @throws TableUnavailable as `hashSecret` */
export async function isSecret(secret: string, stored: string | undefined): Promise<boolean> {
  const fits = hashQueue.run("known", undefined, () => secretFits(secret, stored));
  if (fits === undefined) throw new TableUnavailable("none", "Too many secrets are being hashed; try again.");
  return fits;
}

/** Compared when no record has the name, so that an unknown name takes as long as a wrong secret. */
let decoy: Promise<string> | undefined;

/** To be called in a slot of the queue. */
export async function secretFits(guess: string, stored: string | undefined): Promise<boolean> {
  decoy ??= hash("no such person", ARGON2);
  const fits = await verify(stored ?? (await decoy), guess);
  return stored !== undefined && fits;
}
