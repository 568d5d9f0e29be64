import { LIMITS } from "../../base/limits.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import type { Table } from "../../table/port/port.ts";
import { SESSION_HOURS } from "./model.ts";
import { type SignIn, signInsPk } from "./records.ts";

const HOUR = 3_600_000;
const SESSION_MILLISECONDS = SESSION_HOURS * HOUR;
const OFFLINE_MILLISECONDS = LIMITS.offlineDays * 24 * HOUR;
const BEHIND_MILLISECONDS = LIMITS.clockBehindMinutes * 60_000;

/**
 * Whether a person may have been signed in when something happened. Signing in needs a connection, so the last sign-in before
 * shows that the terminal was online then. A person whose session was open at that moment may have stayed signed in for days
 * without a connection.
 * @returns undefined if there was no sign-in at the terminal before
 */
export async function wasMaybeSignedIn(
  table: Table,
  { merchantId, terminalId }: { readonly merchantId: string; readonly terminalId: string },
  { staffId, at }: SignIn,
): Promise<boolean | undefined> {
  const happened = instantMilliseconds(at);
  const low = clamped(happened - OFFLINE_MILLISECONDS - 2 * SESSION_MILLISECONDS);
  const high = clamped(happened + BEHIND_MILLISECONDS);
  const pk = signInsPk(merchantId, terminalId);
  let last: number | undefined;
  let isAny = false;
  let after: string | undefined;
  do {
    const more = after === undefined ? {} : { after };
    const page = await table.query({ pk, range: { between: [low, `${high}~`] }, reverse: true, limit: 50, ...more });
    for (const { sk } of page.items) {
      const [signedInAt = "", who] = sk.split("#");
      const milliseconds = instantMilliseconds(signedInAt);
      isAny = true;
      // Those within what the clock may be off may have come before or after.
      if (milliseconds <= happened - BEHIND_MILLISECONDS) last ??= milliseconds;
      if (last !== undefined && milliseconds < last - SESSION_MILLISECONDS) return false;
      if (who === staffId) return happened <= (last ?? milliseconds) + OFFLINE_MILLISECONDS + SESSION_MILLISECONDS;
    }
    after = page.next;
  } while (after !== undefined);
  return isAny ? false : undefined;
}

/** Instants of four-digit years sort as text. */
function clamped(milliseconds: number): string {
  const [first, end] = [Date.UTC(1000, 0), Date.UTC(9999, 0)];
  return formatInstant(Math.min(end, Math.max(first, milliseconds)));
}
