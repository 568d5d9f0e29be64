import { tenantPk } from "../../table/port/keys.ts";
import type { Write } from "../../table/port/port.ts";
import type { Context } from "../access/index.ts";

/**
 * Who changed what, written in the same transaction as the change, so one never exists without the other. Never a secret, never
 * personal data beyond ids.
 */
interface AuditRecord {
  readonly action: string;
  readonly subject: string;
  readonly by: string;
  readonly at: string;
}

export function auditWrite(context: Context, merchantId: string, action: string, subject: string): Write {
  const { caller, clock } = context;
  const at = clock.now();
  const by = caller.kind === "terminal" ? caller.terminalId : caller.staffId;
  const record: AuditRecord = { action, subject, by, at };
  const sk = `${at}#${subject}#${action}#${Buffer.from(clock.randomBytes(6)).toString("base64url")}`;
  return {
    op: "put",
    item: { pk: tenantPk(merchantId, "AUDIT", at.slice(0, 7)), sk, ...record },
    if: { is: "absent" },
  };
}
