import { LIMITS } from "../../base/limits.ts";
import { failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import {
  type AnyContext,
  authorize,
  type Context,
  createOnce,
  createWithin,
  formatToken,
  newSecret,
  requestHashOf,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { activationPut, activationUse, findActivation } from "../directory/index.ts";
import { getLocation } from "../location/index.ts";
import {
  activationCode,
  CODE_CHARACTERS,
  CODE_MINUTES,
  type NewTerminal,
  type Terminal,
  terminalProblems,
} from "./model.ts";
import { getTerminal } from "./queries.ts";
import { newTerminalItem, readTerminal, terminalKey, terminalUpdate } from "./records.ts";

export async function createTerminal(context: Context, input: NewTerminal): Promise<Result<Terminal>> {
  authorize(context, "terminal:write");
  const problems = terminalProblems(input);
  const { merchantId } = context.caller;
  if (!(await getLocation(context, input.locationId)))
    problems.push(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  if (problems.length > 0) return refused(...problems);
  const record = newTerminalItem(merchantId, input, requestHashOf({ ...input }));
  const audit = auditWrite(context, merchantId, "terminal:create", input.id);
  const quota = {
    what: "terminals at a location",
    kind: `terminal ${input.locationId}`,
    max: LIMITS.terminalsPerLocationMax,
  };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(context, made, [audit], () => undefined),
  );
  return created.ok ? ok(readTerminal(created.value)) : created;
}

export interface IssuedCode {
  readonly activationCode: string;
  /** Absent: valid until used. */
  readonly expiresAt?: string;
}

/** A code that pairs a device with this terminal, once. Valid for ten minutes (or until used, where the demo asks for it). */
export async function issueActivationCode(
  context: Context,
  terminalId: string,
  options: { readonly untilUsed?: boolean } = {},
): Promise<Result<IssuedCode>> {
  authorize(context, "terminal:write");
  const terminal = await getTerminal(context, terminalId);
  if (!terminal) return refused(unknownTerminal());
  const { clock, table, caller } = context;
  const { merchantId } = caller;
  const expires = options.untilUsed
    ? {}
    : { expiresAt: formatInstant(instantMilliseconds(clock.now()) + CODE_MINUTES * 60_000) };
  return retrying(clock, "activation code", async () => {
    const code = activationCode(clock.randomBytes(CODE_CHARACTERS));
    const issued = await table.transact([
      activationPut(code, { merchantId, terminalId, ...expires }),
      auditWrite(context, merchantId, "terminal:issue-code", terminalId),
    ]);
    return issued.ok ? ok({ activationCode: code, ...expires }) : undefined;
  });
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
async function attemptActivation(context: AnyContext, input: Activation): Promise<Result<Activated> | undefined> {
  const { table, clock } = context;
  const entry = input.activationCode.length > 40 ? undefined : await findActivation(table, input.activationCode);
  const expired = entry?.expiresAt !== undefined && entry.expiresAt <= clock.now();
  const invalid = failure("INVALID_ACTIVATION_CODE", "This code is not valid: ask for a new one.", [
    "input",
    "activationCode",
  ]);
  const item = entry && !expired ? await table.get(terminalKey(entry.merchantId, entry.terminalId)) : undefined;
  if (!entry || !item) return refused(invalid);
  const problem = input.name === undefined ? undefined : nameProblem(input.name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const keyProblem = input.publicKey === undefined ? undefined : textProblem(input.publicKey, LIMITS.noteCharactersMax);
  if (keyProblem) return refused(failure("INVALID_PUBLIC_KEY", `The key ${keyProblem}.`, ["input", "publicKey"]));
  const current = readTerminal(item);
  const { secret, secretHash } = newSecret(context);
  const set = {
    credentialHash: secretHash,
    credentialVersion: current.credentialVersion + 1,
    activatedAt: clock.now(),
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
  ]);
  if (!used.ok) return used.reasons[0] === "condition" ? refused(invalid) : undefined;
  const { merchantId, terminalId } = entry;
  const token = formatToken({ kind: "terminal", merchantId, terminalId, secret });
  const { revokedAt: _, ...active } = current;
  return ok({ merchantId, token, terminal: { ...active, ...set, version: current.version + 1 } });
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
        terminalUpdate(merchantId, current, { revokedAt }, ["credentialHash"]),
        auditWrite(context, merchantId, "terminal:revoke", terminalId),
      ];
      const { credentialHash: _, ...rest } = current;
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
