import { writtenEmail } from "../../base/email.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import {
  type AnyContext,
  attemptSecret,
  authorize,
  authorizeGrant,
  type Context,
  countAll,
  covering,
  createOnce,
  createWithin,
  foreignAddressCount,
  formatToken,
  hashSecret,
  newSecret,
  operatorCounts,
  requestHashOf,
  SESSION_HOURS,
  type Session,
  sessionItem,
  sessionKey,
  signInWrite,
  takeBack,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { type EmailEntry, emailLock, findEmail, type SignInSource, signInThrottle } from "../directory/index.ts";
import { listLocations } from "../location/index.ts";
import { getMerchant } from "../merchant/index.ts";
import {
  cleanStaff,
  EMAIL_CHARACTERS_MAX,
  isOperatorNumber,
  isShortPin,
  type NewStaff,
  PASSWORD_CHARACTERS_MAX,
  PIN_DIGITS_MAX,
  passwordProblems,
  type Staff,
  staffProblems,
  typedNumber,
} from "./model.ts";
import {
  knownTerminals,
  knownTerminalsPut,
  operatorNumberKey,
  operatorNumberLock,
  readStaff,
  readStaffSecrets,
  type StaffSecrets,
  staffKey,
  staffSecretKey,
} from "./records.ts";
import { endSessions, isAtDashboard } from "./sessions.ts";

export interface SignedIn {
  readonly token: string;
  readonly staffId: string;
  readonly expiresAt: string;
}

/** @returns beside the session what the browser keeps, so that it is known from now on (`SignInSource.device`) */
export interface DashboardSignedIn extends SignedIn {
  readonly device: string;
}

/** Dashboard sign-in by e-mail and password. An unknown address and a wrong password look the same from outside. */
export async function signIn(
  context: AnyContext,
  input: { readonly email: string; readonly password: string },
  source: SignInSource,
): Promise<Result<DashboardSignedIn>> {
  const { email, password } = input;
  if (email.length > EMAIL_CHARACTERS_MAX || [...password].length > PASSWORD_CHARACTERS_MAX)
    return refused(invalidCredentials());
  const { isKnown, counts, deviceAfter } = await signInThrottle(context, email, source);
  const checked = await attemptSecret(context, {
    ...{ guess: password, counts, lane: isKnown ? "known" : "unknown", source: source.address },
    async lookUp() {
      // The same reads for an unknown address.
      const entry = (await findEmail(context.table, email)) ?? UNKNOWN_PERSON;
      const person = await readPerson(context, entry.merchantId, entry.staffId);
      return { secretHash: person?.secrets.passwordHash, value: person && entry };
    },
  });
  if (!checked.ok) return checked;
  const { merchantId, staffId } = checked.value;
  return ok({ ...(await openSession(context, merchantId, { staffId })), device: deviceAfter });
}

/** No record has this key. */
const UNKNOWN_PERSON: EmailEntry = { merchantId: `mer_${"0".repeat(26)}`, staffId: `stf_${"0".repeat(26)}` };

/** With the terminal's own token: an operator signs in by number and PIN. The token identifies both. */
export async function signInOperator(
  context: Context,
  input: { readonly operatorNumber: string; readonly pin: string },
  credentialVersion: number,
): Promise<Result<SignedIn>> {
  const { caller, table } = context;
  if (caller.kind !== "terminal")
    throw new RequestError("FORBIDDEN", "Operators sign in with the terminal's own token.");
  const { pin } = input;
  const operatorNumber = typedNumber(input.operatorNumber);
  if (!isOperatorNumber(operatorNumber) || pin.length > PIN_DIGITS_MAX) return refused(invalidCredentials());
  const { merchantId, terminalId, locationId } = caller;
  const terminals = await knownTerminals(table, merchantId, operatorNumber);
  // A device that is paired with the terminal later is not the one at which the person signed in.
  const pairing = `${terminalId}.${credentialVersion}`;
  const isKnown = terminals.includes(pairing);
  const checked = await attemptSecret(context, {
    ...{ guess: pin, counts: operatorCounts({ merchantId, terminalId, operatorNumber }, isKnown), lane: "known" },
    source: terminalId,
    async lookUp() {
      const lock = await table.get(operatorNumberKey(merchantId, operatorNumber));
      const person = await readPerson(context, merchantId, lock ? String(lock.staffId) : UNKNOWN_PERSON.staffId);
      const works = person && covering(person.staff.coverage, locationId) ? person : undefined;
      return { secretHash: works?.secrets.pinHash, value: works?.staff };
    },
  });
  if (!checked.ok) return checked;
  const staff = checked.value;
  if (!isKnown) await table.write(knownTerminalsPut(merchantId, operatorNumber, [pairing, ...terminals]));
  await markShortPin(context, staff, pin);
  return ok(await openSession(context, merchantId, { staffId: staff.id, terminalId, credentialVersion }));
}

/**
 * A hash does not show how long its PIN is, so the mark is set when a PIN is stored and corrected when one is used: records of
 * versions without the mark get it at the next sign-in.
 */
async function markShortPin({ table, caller: { merchantId } }: Context, staff: Staff, pin: string): Promise<void> {
  const isShort = isShortPin(pin);
  if (isShort === (staff.isPinShort ?? false)) return;
  const key = staffKey(merchantId, staff.id);
  const change = isShort ? { set: { isPinShort: true } } : { remove: ["isPinShort"] };
  await table.write({ op: "update", key, ...change, if: { is: "present" } });
}

function invalidCredentials(): Failure {
  return failure("INVALID_CREDENTIALS", "These credentials are not valid.");
}

async function readPerson(context: AnyContext, merchantId: string, staffId: string) {
  const [item, secret] = await context.table.batchGet([
    staffKey(merchantId, staffId),
    staffSecretKey(merchantId, staffId),
  ]);
  if (!item || !secret) return undefined;
  const staff = readStaff(item);
  return staff.disabled ? undefined : { staff, secrets: readStaffSecrets(secret) };
}

async function openSession(
  context: AnyContext,
  merchantId: string,
  who: Pick<Session, "staffId" | "terminalId" | "credentialVersion">,
): Promise<SignedIn> {
  const { clock, table } = context;
  const sessionId = clock.newId("ses");
  const { secret, secretHash } = newSecret(context);
  const expiresAt = formatInstant(instantMilliseconds(clock.now()) + SESSION_HOURS * 3_600_000);
  const { staffId, terminalId } = who;
  // Kept first: a session of which no sign-in is kept would make its sales look wrong.
  if (terminalId !== undefined) await table.write(signInWrite(merchantId, terminalId, { staffId, at: clock.now() }));
  await table.write({
    op: "put",
    item: sessionItem(merchantId, { ...who, sessionId, secretHash, expiresAt }),
    if: { is: "absent" },
  });
  const token = formatToken({
    kind: terminalId === undefined ? "staff" : "operator",
    merchantId,
    staffId,
    sessionId,
    secret,
    ...(terminalId === undefined ? {} : { terminalId }),
  });
  return { token, staffId, expiresAt };
}

/** Ends the dashboard session that asks for it. */
export async function signOut(context: Context): Promise<void> {
  const { caller, table } = context;
  if (caller.kind !== "staff" || caller.sessionId === "")
    throw new RequestError("FORBIDDEN", "Only a dashboard session signs out here.");
  await table.write({ op: "delete", key: sessionKey(caller.merchantId, caller.staffId, caller.sessionId) });
}

/** A person with what they sign in by. Secrets do not count as content: a hash of them beside their own would weaken it. */
export async function createStaff(context: Context, sent: NewStaff): Promise<Result<Staff>> {
  authorize(context, "staff:write");
  const input = cleanStaff(sent);
  const { name } = await getMerchant(context.table, context.caller.merchantId);
  const problems = staffProblems(input, name);
  if (problems.length > 0) return refused(...problems);
  // Locations by id are those that the caller sees: `unknownLocations` refuses the others as it refuses unknown ones.
  authorizeGrant(context, { role: input.role, coverage: input.locationIds === undefined ? "all" : [] });
  const { merchantId } = context.caller;
  const { password: _, pin: __, ...open } = sent;
  const { record, writes, taken } = await staffWrites(merchantId, input, requestHashOf({ ...open }));
  const others = [...writes, auditWrite(context, merchantId, "staff:create", input.id)];
  const quota = { what: "people", kind: "staff", max: LIMITS.staffMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(context, made, others, taken, async () => {
      const address = await addressFree(context, input);
      return [...(address.ok ? [] : address.failures), ...(await unknownLocations(context, input.locationIds ?? []))];
    }),
  );
  return created.ok ? ok(readStaff(created.value)) : created;
}

/**
 * Of an address that another merchant's staff has, the caller learns only that it cannot be used, and cannot ask for many.
 * Creating the person checks once more that the address is free.
 */
export async function addressFree(
  context: Context,
  { id, email }: Pick<NewStaff, "id" | "email">,
): Promise<Result<true>> {
  if (!email) return ok(true);
  const { merchantId } = context.caller;
  const counts = [foreignAddressCount(merchantId)];
  const counted = await countAll(context, counts);
  if (!counted.ok) return counted;
  const entry = await findEmail(context.table, email);
  const isForeign = entry !== undefined && entry.merchantId !== merchantId;
  if (isForeign) return refused(failure("EMAIL_NOT_AVAILABLE", "This address cannot be used.", ["input", "email"]));
  await takeBack(context, counts);
  if (entry === undefined || entry.staffId === id) return ok(true);
  return refused(emailTaken());
}

export function emailTaken(): Failure {
  return failure("EMAIL_TAKEN", "Another staff member has this address.", ["input", "email"]);
}

export function operatorNumberTaken(): Failure {
  return failure("OPERATOR_NUMBER_TAKEN", "Another staff member has this operator number.", [
    "input",
    "operatorNumber",
  ]);
}

/**
 * Gives a person a new password, on the machine that has the data: for an owner after an import, or who has forgotten it.
 * Open sessions at the dashboard end.
 */
export async function setPassword(
  context: AnyContext,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<Staff>> {
  const { table, clock } = context;
  const entry = await findEmail(table, email);
  const item = entry && (await table.get(staffKey(entry.merchantId, entry.staffId)));
  if (!entry || !item) return refused(failure("INVALID_STAFF", `Nothing is known of ${email}.`, ["input", "email"]));
  const { merchantId, staffId } = entry;
  const staff = readStaff(item);
  const { name } = await getMerchant(table, merchantId);
  const problems = passwordProblems({ ...staff, password }, name);
  if (problems.length > 0) return refused(...problems);
  const { role, coverage } = staff;
  const caller = { kind: "staff", merchantId, staffId, sessionId: "", role, coverage } as const;
  const passwordHash = await hashSecret(password);
  return retrying(clock, "password", async () => {
    const stored = await table.get(staffSecretKey(merchantId, staffId));
    const secrets = stored ? readStaffSecrets(stored) : {};
    const done = await table.transact([
      { op: "put", item: { ...staffSecretKey(merchantId, staffId), ...secrets, passwordHash } },
      auditWrite({ ...context, caller }, merchantId, "staff:set-password", staffId),
    ]);
    if (!done.ok) return undefined;
    await endSessions(table, { merchantId, staffId }, isAtDashboard);
    return ok(staff);
  });
}

export async function unknownLocations(context: Context, locationIds: readonly string[]): Promise<Failure[]> {
  if (locationIds.length === 0) return [];
  const known = new Set((await listLocations(context)).map(({ id }) => id));
  return locationIds.flatMap((id, index) => {
    if (known.has(id)) return [];
    return [failure("INVALID_LOCATIONS", "There is no such location.", ["input", "locationIds", String(index)])];
  });
}

/** The record and its locks and secrets, as signing up needs them too. */
export async function staffWrites(merchantId: string, input: NewStaff, requestHash: string) {
  const { id, name, role, locationIds, password, pin } = input;
  // An empty text counts as absent: an empty address or number is never taken.
  const email = input.email || undefined;
  const operatorNumber = input.operatorNumber || undefined;
  const record: Item & { requestHash: string } = {
    ...staffKey(merchantId, id),
    id,
    name,
    role,
    coverage: locationIds ?? "all",
    ...(email === undefined ? {} : { email: writtenEmail(email) }),
    ...(operatorNumber === undefined ? {} : { operatorNumber }),
    ...(operatorNumber !== undefined && pin !== undefined && isShortPin(pin) ? { isPinShort: true } : {}),
    version: 1,
    requestHash,
  };
  const locks: { write: Write; refusal: Failure }[] = [];
  if (email !== undefined) {
    locks.push({ write: emailLock(email, { merchantId, staffId: id }), refusal: emailTaken() });
  }
  if (operatorNumber !== undefined) {
    locks.push({ write: operatorNumberLock(merchantId, operatorNumber, id), refusal: operatorNumberTaken() });
  }
  const secrets: StaffSecrets = {
    ...(email === undefined || password === undefined ? {} : { passwordHash: await hashSecret(password) }),
    ...(operatorNumber === undefined || pin === undefined ? {} : { pinHash: await hashSecret(pin) }),
  };
  const secretWrite: Write = { op: "put", item: { ...staffSecretKey(merchantId, id), ...secrets } };
  return {
    record,
    writes: [...locks.map(({ write }) => write), secretWrite],
    taken: (index: number) => locks[index]?.refusal,
  };
}
