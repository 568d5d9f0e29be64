import { isId } from "../../base/id.ts";
import type { Failure } from "../../base/result.ts";
import { PERMISSIONS_OF, type Permission } from "../../generated/names.ts";
import { type FactOrigin, type Flag, operatorNamed } from "../../ledger/index.ts";
import { type Context, can, covering, type Role, type TerminalSeen } from "../../people/access/index.ts";
import { readStaff, staffKey } from "../../people/staff/index.ts";
import { callingTerminal, pairingFlags, signInFlags } from "../../people/terminal/index.ts";

/** Who gave something back, where that is not the caller, and what is to be reported about it. */
export interface Claim {
  /** Whose limits hold. Absent: the least rights. */
  readonly role?: Role;
  readonly operator: Pick<FactOrigin, "operatorId" | "authenticatedOperatorId">;
  readonly flags: readonly Flag[];
  readonly failures: readonly Failure[];
}

/** What a terminal sends later of a refund, as far as its operator is concerned. */
interface Claiming {
  readonly occurredAt: string;
  readonly operatorId?: string;
}

export function signedIn({ caller }: Context): Claim {
  return { operator: {}, flags: [], failures: [], ...(caller.kind === "terminal" ? {} : { role: caller.role }) };
}

/** The operator of what was given back offline, with what is odd about the time and about whom it names. */
export async function claimedOffline(context: Context, input: Claiming, permission: Permission): Promise<Claim> {
  const claim = await claimedOperator(context, input, permission);
  const terminal = await callingTerminal(context);
  if (!terminal) return claim;
  return { ...claim, flags: [...claim.flags, ...(await offlineFlags(context, terminal, input, claim))] };
}

/** The operator of an offline refund: the one it names, else the token's. */
async function claimedOperator({ table, caller }: Context, input: Claiming, permission: Permission): Promise<Claim> {
  const signedIn = caller.kind === "terminal" ? undefined : caller.staffId;
  const operatorId = input.operatorId || signedIn;
  const operator = operatorNamed(input.operatorId || undefined, signedIn);
  const message = operatorId ? `${operatorId} has no right to this refund.` : "The refund names no operator.";
  const beyond: Claim = { operator, failures: [], flags: [{ code: "REFUND_NOT_ALLOWED", message }] };
  if (operatorId === undefined) return beyond;
  if (caller.kind !== "terminal" && operatorId === caller.staffId) {
    const { role } = caller;
    return can(caller, permission) ? { ...beyond, role, flags: [] } : { ...beyond, role };
  }
  const item = isId("stf", operatorId) ? await table.get(staffKey(caller.merchantId, operatorId)) : undefined;
  if (!item) {
    return { ...beyond, flags: [{ code: "UNKNOWN_OPERATOR", message: `There is no operator ${operatorId}.` }] };
  }
  const { role, coverage, disabled } = readStaff(item);
  const here = caller.kind === "staff" || covering(coverage, caller.locationId);
  const isAtWork = here && !disabled;
  return isAtWork && PERMISSIONS_OF[role].includes(permission) ? { ...beyond, role, flags: [] } : beyond;
}

/** What is odd about the time of an offline refund, and about whom it names. */
async function offlineFlags(
  context: Context,
  terminal: TerminalSeen,
  { occurredAt }: Claiming,
  { operator: { operatorId, authenticatedOperatorId }, flags }: Claim,
): Promise<Flag[]> {
  const isKnown = !flags.some(({ code }) => code === "UNKNOWN_OPERATOR");
  const isClaimed = operatorId !== undefined && authenticatedOperatorId !== undefined && isKnown;
  const signIn = isClaimed ? await signInFlags(context, terminal, { operatorId, occurredAt }) : [];
  return [...pairingFlags(terminal, occurredAt), ...signIn];
}
