import { LIMITS } from "../../base/limits.ts";
import { instantMilliseconds } from "../../base/time.ts";
import type { Flag } from "../../ledger/index.ts";
import type { TerminalSeen } from "../access/model.ts";

const BEHIND_MILLISECONDS = LIMITS.clockBehindMinutes * 60_000;

/** Whether a terminal sells itself: the documents of an import terminal followed the rules of another system. */
export function isSelling({ kind }: TerminalSeen): boolean {
  return kind !== "IMPORT";
}

/** When a device was paired with the terminal for the first time; undefined: unknown. */
export function firstPairing({ pairedAt, activatedAt, credentialVersion }: TerminalSeen): string | undefined {
  return pairedAt ?? (credentialVersion === 1 ? activatedAt : undefined);
}

/** What is odd about what a terminal sends as already happened before there was a device that could have recorded it. */
export function pairingFlags(terminal: TerminalSeen, occurredAt: string): Flag[] {
  const pairedAt = firstPairing(terminal);
  if (!isSelling(terminal) || pairedAt === undefined) return [];
  if (instantMilliseconds(occurredAt) >= instantMilliseconds(pairedAt) - BEHIND_MILLISECONDS) return [];
  return [
    {
      code: "BEFORE_PAIRING",
      message: `It happened at ${occurredAt}; the terminal was paired at ${pairedAt}.`,
      details: { occurredAt: { instant: occurredAt }, pairedAt: { instant: pairedAt } },
    },
  ];
}
