import { TerminalOperatorsDocument, TerminalSettingsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type Asking, requestDocument } from "../api-client.ts";
import { countedBy } from "../outbox/numbers.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Store } from "../outbox/store.ts";
import type { DeviceState } from "./state.ts";

export interface Parts {
  readonly client: Asking;
  readonly get: () => DeviceState;
  readonly set: (changed: Partial<DeviceState>) => void;
  readonly opened: () => { readonly store: Store; readonly outbox: Outbox };
}

/** Asks the server what a terminal works with, and keeps the answers for when there is no network. */
export function createLearning({ client, get, set, opened }: Parts) {
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

  async function learnOperators(): Promise<void> {
    const { pairing } = get();
    if (pairing === undefined) return;
    const answer = await requestDocument(client, TerminalOperatorsDocument, {}, pairing.token);
    const operators = "failure" in answer ? undefined : answer.data.terminalOperators;
    if (!operators || get().pairing?.terminalId !== pairing.terminalId) return;
    await opened().store.run((transaction) => transaction.set("operators", operators));
    set({ operators });
  }

  return { learnSettings, learnOperators };
}
