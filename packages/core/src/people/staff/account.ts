import { canonicalJson } from "../../base/canonical.ts";
import { type Failure, failure, ok, present, RequestError, type Result, refused } from "../../base/result.ts";
import { type ChangeWrite, changeVersioned } from "../../table/port/versioned.ts";
import { attemptSecret, type Context, hashSecret, type StaffCaller } from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { emailMove, type SignInSource, signInThrottle } from "../directory/index.ts";
import { getMerchant } from "../merchant/index.ts";
import { addressFree, emailTaken } from "./commands.ts";
import {
  changedStaff,
  changeProblems,
  cleanStaff,
  isShortPin,
  PASSWORD_CHARACTERS_MAX,
  passwordProblems,
  pinProblems,
  type Staff,
} from "./model.ts";
import {
  readStaff,
  readStaffSecrets,
  type StaffSecrets,
  secretsUpdate,
  staffKey,
  staffSecretKey,
  staffUpdate,
} from "./records.ts";
import { endSessions, isAtDashboard, isAtTerminal } from "./sessions.ts";

/**
 * What people change of themselves at the dashboard. Where a stolen session could lock the person out, or sign in again later,
 * the current password is needed. Guesses at it count as attempts to sign in.
 */

/** @returns the ids of the other sessions at the dashboard, which have ended */
export async function changePassword(
  context: Context,
  input: { readonly currentPassword: string; readonly newPassword: string },
  source: SignInSource,
): Promise<Result<readonly string[]>> {
  const { merchantId, staffId, sessionId } = own(context);
  const { table } = context;
  const staff = await ownRecord(context);
  const { name } = await getMerchant(table, merchantId);
  const problems = passwordProblems({ ...staff, password: input.newPassword }, name);
  if (problems.length > 0) return refused(...problems.map((problem) => at(problem, "newPassword")));
  const proven = await provenSecrets(context, staff, input.currentPassword, source);
  if (!proven.ok) return proven;
  const passwordHash = await hashSecret(input.newPassword);
  const changed = await writeSecret(context, proven.value, { passwordHash });
  if (!changed.ok) return changed;
  const isOther = (session: Parameters<typeof isAtDashboard>[0]) =>
    isAtDashboard(session) && session.sessionId !== sessionId;
  return ok(await endSessions(table, { merchantId, staffId }, isOther));
}

/** @returns the ids of the sessions at terminals, which have ended */
export async function changePin(
  context: Context,
  input: { readonly currentPassword: string; readonly pin: string },
  source: SignInSource,
): Promise<Result<readonly string[]>> {
  const { merchantId, staffId } = own(context);
  const staff = await ownRecord(context);
  if (staff.operatorNumber === undefined)
    return refused(failure("INVALID_OPERATOR_NUMBER", "A PIN needs an operator number.", ["input", "pin"]));
  const problems = pinProblems({ ...staff, pin: input.pin });
  if (problems.length > 0) return refused(...problems);
  const proven = await provenSecrets(context, staff, input.currentPassword, source);
  if (!proven.ok) return proven;
  const changed = await writeSecret(context, proven.value, { pinHash: await hashSecret(input.pin) }, input.pin);
  return changed.ok ? ok(await endSessions(context.table, { merchantId, staffId }, isAtTerminal)) : changed;
}

export interface AccountChange {
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** Needed for another e-mail address. */
  readonly currentPassword?: string | null | undefined;
}

export async function updateAccount(
  context: Context,
  sent: AccountChange,
  source: SignInSource,
): Promise<Result<Staff>> {
  const { merchantId, staffId } = own(context);
  const { version, email } = sent;
  const change = {
    ...{ staffId, version, email },
    name: sent.name ? cleanStaff({ name: sent.name }).name : sent.name,
  };
  const merchant = await getMerchant(context.table, merchantId);
  const entry = { merchantId, staffId };
  return changeVersioned<Staff, Staff>(context, {
    what: "account",
    version,
    read: async () => ok(await ownRecord(context)),
    ifApplied(current) {
      const isMade = current.version === version + 1;
      return isMade && canonicalJson({ ...changedStaff(current, change) }) === canonicalJson({ ...current })
        ? current
        : undefined;
    },
    async change(before) {
      const after = changedStaff(before, change);
      const problems = changeProblems({ before, after }, change, merchant.name);
      if (after.email === undefined)
        problems.push(failure("INVALID_EMAIL", "The dashboard needs an e-mail address.", ["input", "email"]));
      if (problems.length > 0) return refused(...problems);
      const writes: ChangeWrite[] = [
        { write: staffUpdate(merchantId, before, after) },
        { write: auditWrite(context, merchantId, "staff:update-account", staffId) },
      ];
      if (after.email !== before.email) {
        const proven = await provenSecrets(context, before, sent.currentPassword ?? "", source);
        if (!proven.ok) return proven;
        const address = await addressFree(context, after);
        if (!address.ok) return address;
        const { free, take } = await emailMove(context.table, entry, { from: before.email, to: after.email });
        writes.push(...free.map((write) => ({ write })), ...(take ? [{ write: take, refusal: emailTaken() }] : []));
      }
      return ok({ writes, value: { ...after, version: version + 1 } });
    },
  });
}

/** The signed-in person's own record. */
export async function ownRecord(context: Context): Promise<Staff> {
  const { merchantId, staffId } = own(context);
  return readStaff(present(await context.table.get(staffKey(merchantId, staffId)), "the caller's record"));
}

/** @throws RequestError FORBIDDEN for an operator's token, which a PIN opened */
function own({ caller }: Context): StaffCaller {
  if (caller.kind === "staff" && caller.sessionId !== "") return caller;
  throw new RequestError("FORBIDDEN", "This needs a session of the dashboard.");
}

interface Proven {
  readonly staff: Staff;
  readonly secrets: StaffSecrets;
}

/** Checks the current password: an attempt like one of signing in. */
async function provenSecrets(
  context: Context,
  staff: Staff,
  password: string,
  source: SignInSource,
): Promise<Result<Proven>> {
  const wrong = failure("WRONG_PASSWORD", "This is not the current password.", ["input", "currentPassword"]);
  if ([...password].length > PASSWORD_CHARACTERS_MAX || password === "") return refused(wrong);
  const { isKnown, counts } = await signInThrottle(context, staff.email ?? "", source);
  const checked = await attemptSecret<Proven>(context, {
    ...{ guess: password, counts, lane: isKnown ? "known" : "unknown", source: staff.id },
    async lookUp() {
      const item = await context.table.get(staffSecretKey(context.caller.merchantId, staff.id));
      const secrets = item ? readStaffSecrets(item) : {};
      return { secretHash: secrets.passwordHash, value: { staff, secrets } };
    },
  });
  if (checked.ok) return checked;
  const isLate = checked.failures.some(({ code }) => code === "TOO_MANY_ATTEMPTS");
  return isLate ? refused(...checked.failures.map((problem) => at(problem, "currentPassword"))) : refused(wrong);
}

/** Writes a new hash while the password is still the proven one and the person still works here. */
async function writeSecret(
  context: Context,
  { staff, secrets }: Proven,
  hashes: StaffSecrets,
  pin?: string,
): Promise<Result<true>> {
  const { merchantId } = context.caller;
  const { isPinShort: _, ...rest } = staff;
  const after = pin !== undefined && isShortPin(pin) ? { ...rest, isPinShort: true } : rest;
  const done = await context.table.transact([
    ...secretsUpdate(merchantId, staff.id, hashes, present(secrets.passwordHash, "the proven hash")),
    pin === undefined
      ? { op: "check", key: staffKey(merchantId, staff.id), if: { is: "equal", to: { version: staff.version } } }
      : staffUpdate(merchantId, staff, after),
    auditWrite(context, merchantId, pin === undefined ? "staff:change-password" : "staff:change-pin", staff.id),
  ]);
  if (done.ok) return ok(true);
  return refused(failure("VERSION_CONFLICT", "The account was changed in between.", ["input"]));
}

function at(problem: Failure, field: string): Failure {
  return { ...problem, path: ["input", field] };
}
