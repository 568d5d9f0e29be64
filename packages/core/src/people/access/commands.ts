import { timingSafeEqual } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { instantMilliseconds } from "../../base/time.ts";
import { sha256 } from "../../ledger/index.ts";
import type { Key } from "../../table/port/port.ts";
import type { AnyContext } from "./index.ts";
import { attemptsItem } from "./records.ts";
import { type Attempts, countAttempt, waitSeconds } from "./rules.ts";

/** argon2id with the parameters that OWASP's password storage cheat sheet gives for it: 19 MiB, two passes, one lane. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashSecret(secret: string): Promise<string> {
  return hash(secret, ARGON2);
}

/** Compared when there is nobody to compare with, so that an unknown name takes as long as a wrong secret. */
let decoy: Promise<string> | undefined;

/**
 * Looks at a guess of a low-entropy secret (a password, a PIN). The attempt is counted before the hash is computed, and a
 * caller who has to wait costs no hash at all.
 * @param stored the secret's hash; undefined: there is nobody by that name, which the answer does not tell
 */
export async function attemptSecret(
  context: AnyContext,
  key: Key,
  guess: string,
  stored: string | undefined,
): Promise<Result<true>> {
  const { table, clock } = context;
  const now = instantMilliseconds(clock.now());
  for (;;) {
    const item = await table.get(key);
    const attempts = item && (item as unknown as Attempts);
    const wait = waitSeconds(attempts, now);
    if (wait > 0) {
      const details = { retryAfterSeconds: wait };
      return refused(
        failure("TOO_MANY_ATTEMPTS", `Too many attempts; try again in ${wait} seconds.`, ["input"], details),
      );
    }
    const version = Number(item?.version ?? 0);
    const next = attemptsItem(key, countAttempt(attempts, now), version + 1, now);
    const counted = await table.write({
      op: "put",
      item: next,
      if: item ? { is: "equal", to: { version } } : { is: "absent" },
    });
    if (counted.ok) break;
  }
  decoy ??= hashSecret("nobody");
  const fits = await verify(stored ?? (await decoy), guess);
  if (!stored || !fits) return refused(failure("INVALID_CREDENTIALS", "These credentials are not valid."));
  await table.write({ op: "delete", key });
  return ok(true);
}

/** 256 random bits as text, and the hash that is stored in its place. */
export function newSecret(context: AnyContext): { readonly secret: string; readonly secretHash: string } {
  const secret = Buffer.from(context.clock.randomBytes(32)).toString("base64url");
  return { secret, secretHash: sha256(secret) };
}

export function secretMatches(secret: string, secretHash: string): boolean {
  const [given, wanted] = [Buffer.from(sha256(secret)), Buffer.from(secretHash)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
