import { now } from "@pos/web/clock.ts";
import {
  OperatorAtTerminalDocument,
  type OperatorAtTerminalQuery,
  PairTerminalDocument,
  SignInAtTerminalDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { requestDocument } from "../api-client.ts";
import { takenOf } from "../cart/cart.ts";
import { freshHistory } from "../cart/history.ts";
import type { Operator } from "../outbox/store.ts";
import { createLearning, type Parts } from "./learning.ts";

/** The device's identity and its signed-in operator. */
export interface People {
  /** Undefined: it is paired. */
  readonly pair: (activationCode: string) => Promise<Denied | undefined>;
  /** Refused while sales wait or money has been taken: only this device knows of them. */
  readonly unpair: () => Promise<boolean>;
  readonly signIn: (number: string, pin: string) => Promise<Denied | undefined>;
  readonly signOut: () => Promise<void>;
  readonly lock: () => Promise<void>;
  /** The user touched the device. */
  readonly touch: () => void;
}

/** A code of the contract, or one of the terminal's own: OTHER_TERMINAL. */
export interface Denied {
  readonly code: string;
  readonly retryAfterSeconds?: number;
}

/** Left alone for so long, it asks for the PIN again. */
export const IDLE_MILLISECONDS = 5 * 60_000;
const TOUCH_MILLISECONDS = 30_000;

export function createPeople(parts: Parts): People & {
  readonly learnSettings: () => Promise<void>;
  readonly learnOperators: () => Promise<void>;
  readonly stillSignedIn: (operator: Operator | undefined) => Operator | undefined;
} {
  const { client, get, set, opened } = parts;
  const keepOperator = createKeeping(parts);

  const { learnSettings, learnOperators } = createLearning(parts);

  return {
    learnSettings,
    learnOperators,
    stillSignedIn(operator) {
      if (operator === undefined || operator.expiresAt <= now()) return undefined;
      const isIdle = Date.parse(now()) - Date.parse(operator.seenAt) > IDLE_MILLISECONDS;
      return { ...operator, isLocked: operator.isLocked || isIdle };
    },
    async pair(activationCode) {
      const answer = await requestDocument(client, PairTerminalDocument, { input: { activationCode } });
      if ("failure" in answer) return { code: answer.failure.code };
      const { terminal, token, userErrors } = answer.data.activateTerminal;
      if (!terminal || !token) return { code: userErrors[0]?.code ?? "INTERNAL" };
      const { store, outbox } = opened();
      const { pairing: before, status } = get();
      // Its unsent sales are another terminal's: they are sent as that one or not at all.
      if (before !== undefined && before.terminalId !== terminal.id && status.unsent + status.attention > 0)
        return { code: "OTHER_TERMINAL" };
      const pairing = { terminalId: terminal.id, token, pairedAt: now() };
      await store.run(async (transaction) => {
        await transaction.set("pairing", pairing);
        await transaction.remove("operator");
        await transaction.remove("operators");
        await transaction.remove("settings");
      });
      set({ pairing, operator: undefined, operators: [], settings: undefined });
      await Promise.all([learnSettings(), learnOperators()]);
      set({ phase: "ready" });
      await outbox.announce();
      return undefined;
    },
    async unpair() {
      const { status, cart } = get();
      if (status.unsent + status.attention > 0 || takenOf(cart).length > 0) return false;
      // Receipt numbers and sales stay: paired again, it counts on, and a restored server still gets them.
      await opened().store.run(async ({ remove }) => {
        const names = ["pairing", "operator", "operators", "settings", "cart", "lastSale"] as const;
        for (const name of names) await remove(name);
      });
      set({ phase: "unpaired", pairing: undefined, operator: undefined, operators: [], settings: undefined });
      set({ ...freshHistory(), last: undefined });
      return true;
    },
    async signIn(number, pin) {
      const { pairing } = get();
      const input = { operatorNumber: number, pin };
      const answer = await requestDocument(client, SignInAtTerminalDocument, { input }, pairing?.token);
      if ("failure" in answer) return { code: answer.failure.code };
      const { token, operatorId, expiresAt, userErrors } = answer.data.signInOperator;
      const denied = userErrors[0];
      if (denied?.__typename === "TooManyAttempts")
        return { code: denied.code, retryAfterSeconds: denied.retryAfterSeconds };
      if (!token || !operatorId || !expiresAt) return { code: denied?.code ?? "INTERNAL" };
      const known = await requestDocument(client, OperatorAtTerminalDocument, {}, token);
      if ("failure" in known) return { code: known.failure.code };
      const operator = { operatorId, number, token, expiresAt, ...grantedTo(known.data.me) };
      await keepOperator({ ...operator, seenAt: now(), isLocked: false });
      if (get().settings === undefined) await learnSettings();
      // Some of what waits is sent by its operator alone.
      opened().outbox.wake();
      return undefined;
    },
    async signOut() {
      await keepOperator(undefined);
      await learnOperators();
    },
    async lock() {
      const { operator } = get();
      if (operator !== undefined) await keepOperator({ ...operator, isLocked: true });
      await learnOperators();
    },
    touch: createTouch(parts),
  };
}

function createKeeping({ set, opened }: Parts) {
  return async (operator: Operator | undefined): Promise<void> => {
    set({ operator });
    await opened().store.run(({ set: keep, remove }) =>
      operator === undefined ? remove("operator") : keep("operator", operator),
    );
  };
}

function createTouch({ get, opened }: Parts): () => void {
  let seenAt = "";
  return () => {
    const { operator } = get();
    if (operator === undefined || operator.isLocked) return;
    if (Date.parse(now()) - Date.parse(seenAt) < TOUCH_MILLISECONDS) return;
    seenAt = now();
    // It is kept for a page that is loaded again, and in no state: the touch would wait until all is rendered.
    const seen = { ...operator, seenAt };
    void opened().store.run(({ set: keep }) => keep("operator", seen), "relaxed");
  };
}

function grantedTo(me: OperatorAtTerminalQuery["me"]): Pick<Operator, "name" | "permissions" | "discountPercentMax"> {
  const { staff, permissions = [], discountLimitPercent = null } = me ?? {};
  return {
    ...(staff ? { name: staff.name } : {}),
    permissions,
    ...(discountLimitPercent === null ? {} : { discountPercentMax: discountLimitPercent }),
  };
}
