import { type Failure, failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import { type Item, itemsOf, type Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import {
  type AnyContext,
  attemptSecret,
  authorize,
  type Context,
  createOnce,
  formatToken,
  hashSecret,
  newSecret,
  operatorAttemptsKey,
  requestHashOf,
  type Session,
  sessionItem,
  sessionKey,
  sessionsPk,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { emailAttemptsKey, emailLock, findEmail, normalizedEmail } from "../directory/index.ts";
import { listLocations } from "../location/index.ts";
import {
  cleanStaff,
  EMAIL_CHARACTERS_MAX,
  isOperatorNumber,
  type NewStaff,
  PASSWORD_CHARACTERS_MAX,
  PIN_DIGITS_MAX,
  passwordProblem,
  type Staff,
  staffProblems,
  typedNumber,
} from "./model.ts";
import {
  operatorNumberKey,
  operatorNumberLock,
  readStaff,
  readStaffSecrets,
  type StaffSecrets,
  staffKey,
  staffSecretKey,
} from "./records.ts";

export interface SignedIn {
  readonly token: string;
  readonly staffId: string;
  readonly expiresAt: string;
}

const SESSION_HOURS = 12;

/** Dashboard sign-in by e-mail and password. An unknown address and a wrong password look the same from outside. */
export async function signIn(
  context: AnyContext,
  input: { readonly email: string; readonly password: string },
): Promise<Result<SignedIn>> {
  if (input.email.length > EMAIL_CHARACTERS_MAX || [...input.password].length > PASSWORD_CHARACTERS_MAX)
    return refused(invalidCredentials());
  const entry = await findEmail(context.table, input.email);
  const known = entry && (await readPerson(context, entry.merchantId, entry.staffId));
  const checked = await attemptSecret(
    context,
    emailAttemptsKey(input.email),
    input.password,
    known?.secrets.passwordHash,
  );
  if (!checked.ok) return checked;
  if (!entry || !known) return refused(invalidCredentials());
  return ok(await openSession(context, entry.merchantId, { staffId: entry.staffId }));
}

/** With the terminal's own token: an operator signs in by number and PIN. The token identifies both. */
export async function signInOperator(
  context: Context,
  input: { readonly operatorNumber: string; readonly pin: string },
  credentialVersion: number,
): Promise<Result<SignedIn>> {
  const { caller, table } = context;
  if (caller.kind !== "terminal")
    throw new RequestError("FORBIDDEN", "Operators sign in with the terminal's own token.");
  const operatorNumber = typedNumber(input.operatorNumber);
  if (!isOperatorNumber(operatorNumber) || input.pin.length > PIN_DIGITS_MAX) return refused(invalidCredentials());
  const { merchantId, terminalId, locationId } = caller;
  const lock = await table.get(operatorNumberKey(merchantId, operatorNumber));
  const staffId = lock && String(lock.staffId);
  const person = staffId === undefined ? undefined : await readPerson(context, merchantId, staffId);
  const works = person && (person.staff.coverage === "all" || person.staff.coverage.includes(locationId));
  const pinHash = works ? person.secrets.pinHash : undefined;
  const checked = await attemptSecret(
    context,
    operatorAttemptsKey({ merchantId, terminalId, operatorNumber }),
    input.pin,
    pinHash,
  );
  if (!checked.ok) return checked;
  if (staffId === undefined) return refused(invalidCredentials());
  return ok(await openSession(context, merchantId, { staffId, terminalId, credentialVersion }));
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
  await table.write({
    op: "put",
    item: sessionItem(merchantId, { ...who, sessionId, secretHash, expiresAt }),
    if: { is: "absent" },
  });
  const { staffId, terminalId } = who;
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
  const problems = staffProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const { password: _, pin: __, ...open } = sent;
  const { record, writes, taken } = await staffWrites(merchantId, input, requestHashOf({ ...open }));
  const created = await createOnce(
    context,
    record,
    [...writes, auditWrite(context, merchantId, "staff:create", input.id)],
    taken,
    () => unknownLocations(context, input.locationIds ?? []),
  );
  return created.ok ? ok(readStaff(created.value)) : created;
}

/**
 * Gives a person a new password, on the machine that has the data: for an owner after an import, or who has forgotten it.
 * Open sessions at the dashboard end, and counted attempts are forgotten.
 */
export async function setPassword(
  context: AnyContext,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<Staff>> {
  const { table, clock } = context;
  const entry = await findEmail(table, email);
  const item = entry && (await table.get(staffKey(entry.merchantId, entry.staffId)));
  if (!entry || !item) return refused(failure("INVALID_STAFF", `Nothing is known of ${email}.`, ["input", "email"]));
  const problem = passwordProblem(password);
  if (problem) return refused(failure("INVALID_PASSWORD", problem, ["input", "password"]));
  const { merchantId, staffId } = entry;
  const staff = readStaff(item);
  const { role, coverage } = staff;
  const caller = { kind: "staff", merchantId, staffId, sessionId: "", role, coverage } as const;
  const passwordHash = await hashSecret(password);
  return retrying(clock, "password", async () => {
    const stored = await table.get(staffSecretKey(merchantId, staffId));
    const secrets = stored ? readStaffSecrets(stored) : {};
    const done = await table.transact([
      { op: "put", item: { ...staffSecretKey(merchantId, staffId), ...secrets, passwordHash } },
      { op: "delete", key: emailAttemptsKey(email) },
      auditWrite({ ...context, caller }, merchantId, "staff:set-password", staffId),
    ]);
    if (!done.ok) return undefined;
    for await (const session of itemsOf(table, sessionsPk(merchantId, staffId)))
      if (session.terminalId === undefined)
        await table.write({ op: "delete", key: { pk: session.pk, sk: session.sk } });
    return ok(staff);
  });
}

async function unknownLocations(context: Context, locationIds: readonly string[]): Promise<Failure[]> {
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
    ...(email === undefined ? {} : { email: normalizedEmail(email) }),
    ...(operatorNumber === undefined ? {} : { operatorNumber }),
    version: 1,
    requestHash,
  };
  const locks: { write: Write; refusal: Failure }[] = [];
  if (email !== undefined) {
    const refusal = failure("EMAIL_TAKEN", "Somebody signs in by this address already.", ["input", "email"]);
    locks.push({ write: emailLock(email, { merchantId, staffId: id }), refusal });
  }
  if (operatorNumber !== undefined) {
    const refusal = failure("OPERATOR_NUMBER_TAKEN", "Somebody has this operator number already.", [
      "input",
      "operatorNumber",
    ]);
    locks.push({ write: operatorNumberLock(merchantId, operatorNumber, id), refusal });
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
