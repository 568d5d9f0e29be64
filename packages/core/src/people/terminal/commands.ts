import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem, textProblem } from "../../base/text.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import {
  type AnyContext,
  authorize,
  type Context,
  codeLock,
  codeProblems,
  codeTaken,
  createOnce,
  createWithin,
  formatToken,
  newSecret,
  requestHashOf,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import {
  type ActivationEntry,
  activationEnd,
  activationHash,
  activationPut,
  activationUse,
  findActivation,
} from "../directory/index.ts";
import { getLocation } from "../location/index.ts";
import {
  activationCode,
  CODE_CHARACTERS,
  CODE_MINUTES,
  cleanTerminal,
  type NewTerminal,
  type Terminal,
  terminalProblems,
} from "./model.ts";
import { getTerminal, merchantTerminals } from "./queries.ts";
import { activationCodeUpdate, newTerminalItem, readTerminal, terminalKey, terminalUpdate } from "./records.ts";
import { firstPairing } from "./rules.ts";

export async function createTerminal(context: Context, sent: NewTerminal): Promise<Result<Terminal>> {
  authorize(context, "terminal:write");
  const input = cleanTerminal(sent);
  const problems = terminalProblems(input);
  if (!isId("loc", input.locationId)) problems.push(unknownLocation());
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const record = newTerminalItem(merchantId, input, requestHashOf({ ...sent }));
  const quota = {
    what: "terminals at a location",
    kind: `terminal ${input.locationId}`,
    max: LIMITS.terminalsPerLocationMax,
  };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(
      context,
      made,
      [codeLock(merchantId, "TERMINAL", input), auditWrite(context, merchantId, "terminal:create", input.id)],
      (index) => (index === 0 ? codeTaken("TERMINAL") : undefined),
      async () => {
        const location = await getLocation(context, input.locationId);
        if (!location) return [unknownLocation()];
        const stored = () => merchantTerminals(context.table, merchantId);
        return codeProblems(context.table, merchantId, "TERMINAL", input, stored);
      },
    ),
  );
  return created.ok ? ok(readTerminal(created.value)) : created;
}

function unknownLocation(): Failure {
  return failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]);
}

export interface IssuedCode {
  readonly activationCode: string;
  /** Absent: valid until used. */
  readonly expiresAt?: string;
}

/**
 * A code that pairs a device with this terminal, once, and ends the code before. Valid for ten minutes (or until used, where
 * the demo asks for it), and until the terminal is revoked.
 */
export async function issueActivationCode(
  context: Context,
  terminalId: string,
  options: { readonly untilUsed?: boolean } = {},
): Promise<Result<IssuedCode>> {
  authorize(context, "terminal:write");
  const { clock, table, caller } = context;
  const { merchantId } = caller;
  const expires = options.untilUsed
    ? {}
    : { expiresAt: formatInstant(instantMilliseconds(clock.now()) + CODE_MINUTES * 60_000) };
  return retrying(clock, "activation code", async () => {
    const terminal = await getTerminal(context, terminalId);
    if (!terminal) return refused(unknownTerminal());
    const code = activationCode(clock.randomBytes(CODE_CHARACTERS));
    const issued = await table.transact([
      activationPut(code, { merchantId, terminalId, isNamed: true, ...expires }),
      activationCodeUpdate(merchantId, terminal, activationHash(code)),
      ...endOfCode(terminal),
      auditWrite(context, merchantId, "terminal:issue-code", terminalId),
    ]);
    return issued.ok ? ok({ activationCode: code, ...expires }) : undefined;
  });
}

function endOfCode({ activationCodeHash }: Terminal): Write[] {
  return activationCodeHash === undefined ? [] : [activationEnd(activationCodeHash)];
}

export interface Activated {
  readonly merchantId: string;
  readonly terminal: Terminal;
  readonly token: string;
}

export interface Activation {
  readonly activationCode: string;
  readonly name?: string;
  readonly publicKey?: string;
}

/** Exchanges a one-time code for the terminal's own credential. Of two devices with one code, one gets it. */
export function activateTerminal(context: AnyContext, input: Activation): Promise<Result<Activated>> {
  return retrying(context.clock, "terminal", () => attemptActivation(context, input));
}

/** @returns undefined when another caller changed the terminal in between */
function activationProblems({ name, publicKey }: Activation): Failure[] {
  const problems: Failure[] = [];
  const problem = name === undefined ? undefined : storedNameProblem(name);
  if (problem) problems.push(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const keyProblem = publicKey === undefined ? undefined : textProblem(publicKey, LIMITS.noteCharactersMax);
  if (keyProblem) problems.push(failure("INVALID_PUBLIC_KEY", `The key ${keyProblem}.`, ["input", "publicKey"]));
  return problems;
}

async function attemptActivation(context: AnyContext, sent: Activation): Promise<Result<Activated> | undefined> {
  const { table, clock } = context;
  const input = sent.name === undefined ? sent : { ...sent, name: cleanName(sent.name) };
  const problems = activationProblems(input);
  if (problems.length > 0) return refused(...problems);
  const entry = input.activationCode.length > 40 ? undefined : await findActivation(table, input.activationCode);
  const expired = entry?.expiresAt !== undefined && entry.expiresAt <= clock.now();
  const invalid = failure("INVALID_ACTIVATION_CODE", "This code is not valid: ask for a new one.", [
    "input",
    "activationCode",
  ]);
  const item = entry && !expired ? await table.get(terminalKey(entry.merchantId, entry.terminalId)) : undefined;
  if (!entry || !item) return refused(invalid);
  const current = readTerminal(item);
  if (!isItsCode(current, entry, input.activationCode)) return refused(invalid);
  const { secret, secretHash } = newSecret(context);
  const pairedAt = firstPairing(current) ?? (current.credentialVersion === 0 ? clock.now() : undefined);
  const set = {
    credentialHash: secretHash,
    credentialVersion: current.credentialVersion + 1,
    activatedAt: clock.now(),
    ...(pairedAt === undefined ? {} : { pairedAt }),
    signInsSince: current.signInsSince ?? clock.now(),
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.publicKey === undefined ? {} : { publicKey: input.publicKey }),
  };
  const used = await table.transact([
    activationUse(input.activationCode),
    terminalUpdate(
      entry.merchantId,
      current,
      set,
      input.publicKey === undefined ? ["revokedAt", "publicKey"] : ["revokedAt"],
    ),
    auditWrite(asTerminal(context, entry, current), entry.merchantId, "terminal:activate", entry.terminalId),
  ]);
  if (!used.ok) return used.reasons[0] === "condition" ? refused(invalid) : undefined;
  const { merchantId, terminalId } = entry;
  const token = formatToken({ kind: "terminal", merchantId, terminalId, secret });
  const { revokedAt: _, ...active } = current;
  return ok({ merchantId, token, terminal: { ...active, ...set, version: current.version + 1 } });
}

/** Codes of versions that named none are valid until their terminal is revoked or gets a new one. */
function isItsCode({ activationCodeHash, revokedAt }: Terminal, { isNamed }: ActivationEntry, code: string): boolean {
  if (isNamed) return activationCodeHash === activationHash(code);
  return activationCodeHash === undefined && revokedAt === undefined;
}

/** Who activates is not known beforehand: the audit log names the terminal. */
function asTerminal(
  { table, clock }: AnyContext,
  { merchantId, terminalId }: ActivationEntry,
  { locationId }: Terminal,
): Context {
  return { table, clock, caller: { kind: "terminal", merchantId, terminalId, locationId } };
}

/** Stores when the terminal was last seen, for people only. Never called on the path of a sale. */
export async function announceTerminal(context: Context): Promise<Result<Terminal>> {
  const { table, clock, caller } = context;
  if (caller.kind === "staff") throw new RequestError("FORBIDDEN", "A terminal announces itself with its own token.");
  const { merchantId, terminalId } = caller;
  await table.write({
    op: "update",
    key: terminalKey(merchantId, terminalId),
    set: { seenAt: clock.now() },
    if: { is: "present" },
  });
  const terminal = await getTerminal(context, terminalId);
  return terminal ? ok(terminal) : refused(unknownTerminal());
}

/** Ends a terminal's credential and its operators' sessions at once. What it sold and has not sent waits for a new pairing. */
export async function revokeTerminal(context: Context, terminalId: string, version: number): Promise<Result<Terminal>> {
  authorize(context, "terminal:write");
  return changeVersioned<Terminal, Terminal>(context, {
    what: "terminal",
    version,
    async read() {
      const current = await getTerminal(context, terminalId);
      return current ? ok(current) : refused(unknownTerminal());
    },
    ifApplied: (current) => (current.revokedAt === undefined ? undefined : current),
    async change(current) {
      const { merchantId } = context.caller;
      const revokedAt = context.clock.now();
      const writes = [
        terminalUpdate(merchantId, current, { revokedAt }, ["credentialHash", "activationCodeHash"]),
        ...endOfCode(current),
        auditWrite(context, merchantId, "terminal:revoke", terminalId),
      ];
      const { credentialHash: _, activationCodeHash: __, ...rest } = current;
      return ok({
        writes: writes.map((write) => ({ write })),
        value: { ...rest, revokedAt, version: current.version + 1 },
      });
    },
  });
}

function unknownTerminal() {
  return failure("UNKNOWN_TERMINAL", "There is no such terminal.", ["input", "terminalId"]);
}
