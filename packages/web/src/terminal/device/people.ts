import { now } from "@pos/web/clock.ts";
import {
  OperatorAtTerminalDocument,
  type OperatorAtTerminalQuery,
  PairTerminalDocument,
  SignInAtTerminalDocument,
  TerminalSettingsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type ApiClient, requestDocument } from "../api-client.ts";
import { EMPTY_CART } from "../cart/cart.ts";
import { countedBy } from "../outbox/numbers.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Operator, Store } from "../outbox/store.ts";
import type { DeviceState } from "./state.ts";

/** The device's identity and its signed-in operator. */
export interface People {
  /** Undefined: it is paired. */
  readonly pair: (activationCode: string) => Promise<Denied | undefined>;
  /** Refused while sales wait: only this device has them. */
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

interface Parts {
  readonly client: ApiClient;
  readonly get: () => DeviceState;
  readonly set: (changed: Partial<DeviceState>) => void;
  readonly opened: () => { readonly store: Store; readonly outbox: Outbox };
}

/** Left alone for so long, it asks for the PIN again. */
export const IDLE_MILLISECONDS = 5 * 60_000;
const TOUCH_MILLISECONDS = 30_000;

export function createPeople({ client, get, set, opened }: Parts): People & {
  readonly learnSettings: () => Promise<void>;
  readonly stillSignedIn: (operator: Operator | undefined) => Operator | undefined;
} {
  const keepOperator = async (operator: Operator | undefined) => {
    set({ operator });
    await opened().store.run(({ set: keep, remove }) =>
      operator === undefined ? remove("operator") : keep("operator", operator),
    );
  };

  async function learnSettings(): Promise<void> {
    const { pairing } = get();
    if (pairing === undefined) return;
    const answer = await requestDocument(client, TerminalSettingsDocument, {}, pairing.token);
    const settings = "failure" in answer ? undefined : answer.data.terminalSettings;
    if (!settings) return;
    await opened().store.run(async (transaction) => {
      const name = `numbers:${pairing.terminalId}` as const;
      await transaction.set(name, countedBy(await transaction.get(name), settings.lastSequence));
      await transaction.set("settings", settings);
    });
    set({ settings });
  }

  return {
    learnSettings,
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
        await transaction.remove("settings");
      });
      set({ pairing, operator: undefined, settings: undefined });
      await learnSettings();
      set({ phase: "ready" });
      await outbox.announce();
      return undefined;
    },
    async unpair() {
      const { status } = get();
      if (status.unsent + status.attention > 0) return false;
      // Receipt numbers and sales stay: paired again, it counts on, and a restored server still gets them.
      await opened().store.run(async ({ remove }) => {
        await remove("pairing");
        await remove("operator");
        await remove("settings");
        await remove("cart");
      });
      set({ phase: "unpaired", pairing: undefined, operator: undefined, settings: undefined, cart: EMPTY_CART });
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
      return undefined;
    },
    signOut: () => keepOperator(undefined),
    async lock() {
      const { operator } = get();
      if (operator !== undefined) await keepOperator({ ...operator, isLocked: true });
    },
    touch() {
      const { operator } = get();
      if (operator === undefined || operator.isLocked) return;
      if (Date.parse(now()) - Date.parse(operator.seenAt) < TOUCH_MILLISECONDS) return;
      void keepOperator({ ...operator, seenAt: now() });
    },
  };
}

function grantedTo(me: OperatorAtTerminalQuery["me"]): Pick<Operator, "permissions" | "discountPercentMax"> {
  const { permissions = [], discountLimitPercent = null } = me ?? {};
  return { permissions, ...(discountLimitPercent === null ? {} : { discountPercentMax: discountLimitPercent }) };
}
