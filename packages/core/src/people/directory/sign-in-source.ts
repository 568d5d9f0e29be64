import { createHmac } from "node:crypto";
import { present } from "../../base/result.ts";
import { directoryPk } from "../../table/port/keys.ts";
import type { Key, Table } from "../../table/port/port.ts";
import type { AnyContext, Count, ThrottlePolicy } from "../access/index.ts";
import { normalizedEmail } from "./records.ts";

/** From where a person signs in by e-mail address. */
export interface SignInSource {
  /** The client's network address. */
  readonly address: string;
  /** What the browser kept of an earlier sign-in (`deviceAfter`). */
  readonly device?: string | undefined;
}

/**
 * Guesses that an attacker who never pauses makes in a day at one address's password: 58 from one source, and 199 from all
 * together. Browsers in which the person has signed in before have a count of their own, so that no attacker keeps the person
 * out there. One source makes 1,544 guesses a day at all addresses.
 */
const FROM_SOURCE: ThrottlePolicy = { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 1_800 };
const OF_ADDRESS: ThrottlePolicy = { free: 50, firstWaitSeconds: 30, longestWaitSeconds: 600 };
const OF_SOURCE: ThrottlePolicy = { free: 100, firstWaitSeconds: 2, longestWaitSeconds: 60 };

export interface SignInThrottle {
  /** The person has signed in from this browser before. */
  readonly isKnown: boolean;
  readonly counts: readonly Count[];
  /** For the browser to keep after a success: it is known from then on. */
  readonly deviceAfter: string;
}

export async function signInThrottle(
  context: AnyContext,
  address: string,
  source: SignInSource,
): Promise<SignInThrottle> {
  const key = await throttleKey(context);
  const email = normalizedEmail(address);
  const given = readDevice(source.device);
  const known = given?.marks.includes(deviceMark(key, given.id, email)) ? given : undefined;
  const count = (policy: ThrottlePolicy, ...name: string[]) => ({ key: countKey(key, name), policy });
  const counts = known
    ? [{ ...count(FROM_SOURCE, "device", email, known.id), isClearedBySuccess: true }]
    : [
        { ...count(FROM_SOURCE, "address and source", email, source.address), isClearedBySuccess: true },
        count(OF_ADDRESS, "address", email),
        count(OF_SOURCE, "source", source.address),
      ];
  const id = given?.id ?? Buffer.from(context.clock.randomBytes(16)).toString("base64url");
  const own = deviceMark(key, id, email);
  const others = (given?.marks ?? []).filter((mark) => mark !== own);
  return {
    isKnown: known !== undefined,
    counts: distinct(counts),
    deviceAfter: [id, own, ...others].slice(0, 1 + MARKS_MAX).join("."),
  };
}

/** A count of what one network does without a token. */
export async function sourceCount(
  context: AnyContext,
  what: string,
  source: string,
  policy: ThrottlePolicy,
): Promise<Count> {
  return { key: countKey(await throttleKey(context), [what, source]), policy };
}

/** Of two counts in one bucket the first: a transaction takes distinct keys. */
function distinct(counts: readonly Count[]): readonly Count[] {
  return counts.filter(({ key }, index) => counts.findIndex((other) => other.key.pk === key.pk) === index);
}

/**
 * Names that need not exist (addresses, sources) share a fixed number of counts, so that invented ones fill no table:
 * at most 131,072 records of about 150 bytes, each deleted when it is forgotten. Which names share one depends on a key that
 * the table keeps, so that no attacker can choose a name that shares another's count.
 */
const BUCKETS_BITS = 17;

function countKey(key: string, name: readonly string[]): Key {
  const digest = createHmac("sha256", key).update(JSON.stringify(name)).digest();
  const bucket = digest.readUInt32BE(0) >>> (32 - BUCKETS_BITS);
  return { pk: directoryPk("attempts", bucket.toString(16)), sk: "COUNT" };
}

interface Device {
  readonly id: string;
  /** One for each person who signed in from it. */
  readonly marks: readonly string[];
}

const MARKS_MAX = 5;
const DEVICE_CHARACTERS_MAX = 200;

/** Anything else is no device that was known. The marks prove which persons have signed in. */
function readDevice(text: string | undefined): Device | undefined {
  if (text === undefined || text.length > DEVICE_CHARACTERS_MAX) return undefined;
  const [id = "", ...marks] = text.split(".");
  return /^[\w-]{22}$/.test(id) && marks.every((mark) => /^[\w-]{22}$/.test(mark)) ? { id, marks } : undefined;
}

function deviceMark(key: string, id: string, email: string): string {
  const digest = createHmac("sha256", key)
    .update(JSON.stringify(["mark", id, email]))
    .digest();
  return digest.subarray(0, 16).toString("base64url");
}

const KEY: Key = { pk: directoryPk("throttle"), sk: "KEY" };
const keys = new WeakMap<Table, Promise<string>>();

/** Made by the first sign-in, and the same for all processes. */
function throttleKey({ table, clock }: AnyContext): Promise<string> {
  const before = keys.get(table);
  if (before !== undefined) return before;
  const reading = readKey(table, Buffer.from(clock.randomBytes(32)).toString("base64url"));
  keys.set(table, reading);
  reading.catch(() => keys.delete(table));
  return reading;
}

async function readKey(table: Table, fresh: string): Promise<string> {
  const stored = await table.get(KEY);
  if (stored !== undefined) return String(stored.key);
  await table.write({ op: "put", item: { ...KEY, key: fresh }, if: { is: "absent" } });
  return String(present(await table.get(KEY), "the key of the throttle").key);
}
