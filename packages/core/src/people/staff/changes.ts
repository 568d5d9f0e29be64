import { canonicalJson } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { type Failure, failure, ok, present, RequestError, type Result, refused } from "../../base/result.ts";
import type { Write } from "../../table/port/port.ts";
import { type ChangeWrite, changeVersioned, retrying, versionConflict } from "../../table/port/versioned.ts";
import { authorize, authorizeGrant, type Context, hashSecret, isSecret, type Session } from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { emailMove } from "../directory/index.ts";
import { getMerchant } from "../merchant/index.ts";
import { addressFree, emailTaken, operatorNumberTaken, unknownLocations } from "./commands.ts";
import { changedStaff, changeProblems, cleanStaff, isShortPin, type Staff, type StaffChange } from "./model.ts";
import {
  operatorNumberFreed,
  operatorNumberLock,
  readStaff,
  readStaffSecrets,
  secretsUpdate,
  staffKey,
  staffSecretKey,
  staffUpdate,
} from "./records.ts";
import { endSessions, isAtDashboard, isAtTerminal } from "./sessions.ts";

/** A changed staff member, and the sessions that ended with the change. */
export interface ChangedStaff {
  readonly staff: Staff;
  readonly endedSessionIds: readonly string[];
}

/**
 * Changes a staff member. A new password or PIN, and a removed address or number, end the sessions that were opened by the one
 * before.
 */
export async function updateStaff(context: Context, sent: StaffChange): Promise<Result<ChangedStaff>> {
  authorize(context, "staff:write");
  const change = cleanChange(sent);
  const { staffId, version } = change;
  const merchant = await getMerchant(context.table, context.caller.merchantId);
  const hashed = onceHashed(change);
  let isChangedNow = false;
  const changed = await changeVersioned<Staff, Staff>(context, {
    what: "staff member",
    version,
    read: () => changeableStaff(context, staffId),
    ifApplied: (current) => (isApplied(current, change) ? current : undefined),
    async change(before) {
      const after = changedStaff(before, change);
      const problems = changeProblems({ before, after }, change, merchant.name);
      problems.push(...ownProblems(context, { before, after }, change));
      if (problems.length > 0) return refused(...problems);
      authorizeGrant(context, { role: after.role, coverage: after.coverage === "all" ? "all" : [] });
      const missing = await missingProblems(context, { before, after });
      if (missing.length > 0) return refused(...missing);
      isChangedNow = true;
      return ok(await writesOf(context, { before, after }, await hashed()));
    },
  });
  if (!changed.ok) return changed;
  const isSame = isChangedNow || (await areStored(context, change));
  if (!isSame) return refused(versionConflict("staff member", changed.value.version));
  return ok(await ended(context, changed.value, endedBy(changed.value, change)));
}

/** The person can no longer sign in, and all of the person's sessions end. Facts keep the name. */
export async function deactivateStaff(
  context: Context,
  { staffId, version }: Pick<StaffChange, "staffId" | "version">,
): Promise<Result<ChangedStaff>> {
  authorize(context, "staff:write");
  if (isOwn(context, staffId))
    return refused(failure("OWN_ACCOUNT", "An owner cannot deactivate their own account.", ["input", "staffId"]));
  const changed = await switchStaff(context, { staffId, version, disabled: true });
  return changed.ok ? ok(await ended(context, changed.value, () => true)) : changed;
}

/** The person can sign in again, by the same address and number. */
export async function reactivateStaff(
  context: Context,
  { staffId, version }: Pick<StaffChange, "staffId" | "version">,
): Promise<Result<ChangedStaff>> {
  authorize(context, "staff:write");
  const current = await changeableStaff(context, staffId);
  // What a deactivation that was interrupted left must not come to life again.
  if (current.ok && current.value.disabled) await ended(context, current.value, () => true);
  const changed = await switchStaff(context, { staffId, version, disabled: false });
  return changed.ok ? ok({ staff: changed.value, endedSessionIds: [] }) : changed;
}

/** Gives a person a new PIN, and a new operator number where one is given. It needs no version: the last one counts. */
export function setStaffPin(
  context: Context,
  { staffId, ...change }: Pick<StaffChange, "staffId" | "operatorNumber" | "pin">,
): Promise<Result<ChangedStaff>> {
  return changeLatest(context, staffId, change);
}

/** Gives a person a new password, and a new e-mail address where one is given. */
export function setStaffPassword(
  context: Context,
  { staffId, ...change }: Pick<StaffChange, "staffId" | "email" | "password">,
): Promise<Result<ChangedStaff>> {
  return changeLatest(context, staffId, change);
}

function changeLatest(context: Context, staffId: string, change: Omit<StaffChange, "staffId" | "version">) {
  authorize(context, "staff:write");
  return retrying(context.clock, "staff member", async () => {
    const current = await changeableStaff(context, staffId);
    if (!current.ok) return current;
    const changed = await updateStaff(context, { ...change, staffId, version: current.value.version });
    const isOutrun = !changed.ok && changed.failures.some(({ code }) => code === "VERSION_CONFLICT");
    return isOutrun ? undefined : changed;
  });
}

function switchStaff(
  context: Context,
  { staffId, version, disabled }: { readonly staffId: string; readonly version: number; readonly disabled: boolean },
): Promise<Result<Staff>> {
  const { merchantId } = context.caller;
  return changeVersioned<Staff, Staff>(context, {
    what: "staff member",
    version,
    read: () => changeableStaff(context, staffId),
    ifApplied: (current) => ((current.disabled ?? false) === disabled ? current : undefined),
    async change(before) {
      const { disabled: _, ...rest } = before;
      const after: Staff = disabled ? { ...rest, disabled } : rest;
      const writes = [
        staffUpdate(merchantId, before, after),
        await rightsCheck(context),
        auditWrite(context, merchantId, disabled ? "staff:deactivate" : "staff:reactivate", staffId),
      ];
      return ok({ writes: writes.map((write) => ({ write })), value: { ...after, version: before.version + 1 } });
    },
  });
}

/** @throws RequestError FORBIDDEN for a staff member whose role or locations go beyond the caller's own */
async function changeableStaff(context: Context, staffId: string): Promise<Result<Staff>> {
  const item = isId("stf", staffId) && (await context.table.get(staffKey(context.caller.merchantId, staffId)));
  if (!item) return refused(failure("UNKNOWN_STAFF", "There is no such staff member.", ["input", "staffId"]));
  const staff = readStaff(item);
  authorizeGrant(context, staff);
  return ok(staff);
}

function isOwn({ caller }: Context, staffId: string): boolean {
  return caller.kind !== "terminal" && caller.staffId === staffId;
}

interface Step {
  readonly before: Staff;
  readonly after: Staff;
}

/** What an owner cannot change of their own account, so that the caller of a change keeps the rights it is made with. */
function ownProblems(context: Context, { before, after }: Step, { password }: StaffChange): Failure[] {
  if (!isOwn(context, before.id)) return [];
  const own = (field: string) =>
    failure("OWN_ACCOUNT", "An owner cannot change this of their own account here.", ["input", field]);
  return [
    ...(before.role === after.role ? [] : [own("role")]),
    ...(canonicalJson(before.coverage) === canonicalJson(after.coverage) ? [] : [own("locationIds")]),
    ...(before.email === after.email ? [] : [own("email")]),
    ...((password ?? undefined) === undefined ? [] : [own("password")]),
  ];
}

async function missingProblems(context: Context, { before, after }: Step): Promise<Failure[]> {
  const isMoved = after.email !== undefined && after.email !== before.email;
  const address = isMoved ? await addressFree(context, after) : ok(true);
  const isPlaced = canonicalJson(before.coverage) !== canonicalJson(after.coverage);
  const locationIds = isPlaced && after.coverage !== "all" ? after.coverage : [];
  return [...(address.ok ? [] : address.failures), ...(await unknownLocations(context, locationIds))];
}

/**
 * The caller's own record, unchanged since its rights were read, is a condition of the change. So two owners who take each
 * other's rights at the same moment do not both succeed, and an owner of all locations always remains.
 */
async function rightsCheck({ table, caller }: Context): Promise<Write> {
  const { merchantId } = caller;
  const key = staffKey(merchantId, caller.kind === "terminal" ? "" : caller.staffId);
  const staff = readStaff(present(await table.get(key), "the caller's record"));
  const isSame =
    caller.kind === "staff" &&
    !staff.disabled &&
    staff.role === caller.role &&
    canonicalJson(staff.coverage) === canonicalJson(caller.coverage);
  if (!isSame) throw new RequestError("FORBIDDEN", "The caller's own rights have changed meanwhile.");
  return { op: "check", key, if: { is: "equal", to: { version: staff.version } } };
}

async function writesOf(context: Context, { before, after }: Step, hashes: Hashes) {
  const { table, caller } = context;
  const { merchantId } = caller;
  const { id } = before;
  const next = withPinMark(after, hashes);
  const email = await emailMove(table, { merchantId, staffId: id }, { from: before.email, to: after.email });
  const isRenumbered = before.operatorNumber !== after.operatorNumber;
  const writes: ChangeWrite[] = [
    { write: staffUpdate(merchantId, before, next) },
    ...(isOwn(context, id) ? [] : [{ write: await rightsCheck(context) }]),
    ...email.free.map((write) => ({ write })),
    ...(email.take ? [{ write: email.take, refusal: emailTaken() }] : []),
    ...(isRenumbered && before.operatorNumber !== undefined
      ? operatorNumberFreed(merchantId, before.operatorNumber, id).map((write) => ({ write }))
      : []),
    ...(isRenumbered && after.operatorNumber !== undefined
      ? [{ write: operatorNumberLock(merchantId, after.operatorNumber, id), refusal: operatorNumberTaken() }]
      : []),
    ...secretsUpdate(merchantId, id, {
      ...(hashes.passwordHash === undefined ? {} : { passwordHash: hashes.passwordHash }),
      ...(hashes.pinHash === undefined ? {} : { pinHash: hashes.pinHash }),
      ...(after.email === undefined ? { passwordHash: null } : {}),
      ...(after.operatorNumber === undefined ? { pinHash: null } : {}),
    }).map((write) => ({ write })),
    { write: auditWrite(context, merchantId, "staff:update", id) },
  ];
  return { writes, value: { ...next, version: before.version + 1 } };
}

interface Hashes {
  readonly passwordHash?: string;
  readonly pinHash?: string;
  readonly isPinShort?: boolean;
}

/** The hashes of what the change sets, computed when they are first needed and once. */
function onceHashed({ password, pin }: StaffChange): () => Promise<Hashes> {
  let hashes: Promise<Hashes> | undefined;
  const hash = async (): Promise<Hashes> => ({
    ...(password ? { passwordHash: await hashSecret(password) } : {}),
    ...(pin ? { pinHash: await hashSecret(pin), isPinShort: isShortPin(pin) } : {}),
  });
  return () => {
    hashes ??= hash();
    return hashes;
  };
}

function withPinMark({ isPinShort, ...staff }: Staff, hashes: Hashes): Staff {
  if (staff.operatorNumber === undefined) return staff;
  return (hashes.isPinShort ?? isPinShort) ? { ...staff, isPinShort: true } : staff;
}

/** Whether a duplicate request finds its change made; its secrets aside (`areStored`). */
function isApplied(current: Staff, change: StaffChange): boolean {
  const again = changedStaff(current, change);
  return current.version === change.version + 1 && canonicalJson({ ...again }) === canonicalJson({ ...current });
}

async function areStored({ table, caller }: Context, { staffId, password, pin }: StaffChange): Promise<boolean> {
  if (!password && !pin) return true;
  const item = await table.get(staffSecretKey(caller.merchantId, staffId));
  const { passwordHash, pinHash } = item ? readStaffSecrets(item) : {};
  return (!password || (await isSecret(password, passwordHash))) && (!pin || (await isSecret(pin, pinHash)));
}

function endedBy(after: Staff, { password, pin }: StaffChange): (session: Session) => boolean {
  const [isLocked, isShut] = [password || after.email === undefined, pin || after.operatorNumber === undefined];
  return (session) => (isLocked && isAtDashboard(session)) || (isShut && isAtTerminal(session)) || false;
}

async function ended(
  { table, caller: { merchantId } }: Context,
  staff: Staff,
  isEnding: (session: Session) => boolean,
): Promise<ChangedStaff> {
  return { staff, endedSessionIds: await endSessions(table, { merchantId, staffId: staff.id }, isEnding) };
}

/** Texts as they are stored. */
function cleanChange(sent: StaffChange): StaffChange {
  const { name, operatorNumber } = cleanStaff({
    name: sent.name ?? "",
    ...(sent.operatorNumber ? { operatorNumber: sent.operatorNumber } : {}),
  });
  return {
    ...sent,
    ...(sent.name ? { name } : {}),
    ...(operatorNumber === undefined ? {} : { operatorNumber }),
  };
}
