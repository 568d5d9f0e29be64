"use client";

import { now } from "@pos/web/clock.ts";
import { useLeaveGuard } from "@pos/web/components/leaving.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useRef, useState } from "react";
import { type Client, CombinedError, useClient } from "urql";
import { planCustomers } from "./customers.ts";
import type { ImportKind } from "./fields.ts";
import type { ImportApi, ImportPlan, Reason } from "./plan.ts";
import { planPrices } from "./prices.ts";
import { planProducts } from "./products.ts";
import type { ImportRow } from "./rows.ts";
import { NOTHING_DONE, type Progress, runImport } from "./run.ts";
import { planStock, type StockMode } from "./stock.ts";

/** What an import changes. */
export interface ImportTarget {
  readonly kind: ImportKind;
  readonly mode: StockMode;
  /** Of prices: the list. */
  readonly priceListId: string | null;
}

/** Where an import is. */
export type Stage =
  | { readonly at: "columns" }
  | { readonly at: "checking"; readonly done: number; readonly total: number }
  | { readonly at: "preview"; readonly plan: ImportPlan }
  | {
      readonly at: "running" | "paused" | "finished";
      readonly plan: ImportPlan;
      readonly progress: Progress;
      readonly done: number;
      /** It was asked to be taken back. */
      readonly undone?: { readonly reason: Reason | undefined };
    };

type Imported = Extract<Stage, { readonly progress: Progress }>;

async function undone(ended: Imported, api: ImportApi): Promise<Stage> {
  return { ...ended, undone: { reason: await ended.plan.undo?.(api) } };
}

function apiOf(client: Client, locationId: string): ImportApi {
  return {
    locationId,
    now,
    async ask(document, variables) {
      const isMutation = document.definitions.some(
        (definition) => definition.kind === "OperationDefinition" && definition.operation === "mutation",
      );
      const result = isMutation
        ? await client.mutation(document, variables)
        : await client.query(document, variables, { requestPolicy: "network-only" });
      if (result.error !== undefined) throw result.error;
      if (result.data === undefined) throw new Error("An answer without data.");
      return result.data;
    },
  };
}

/** The steps of an import, from the mapped rows to its end. */
export function useImport() {
  const { t } = useI18n();
  const { location } = useSession();
  const client = useClient();
  const [stage, setStage] = useState<Stage>({ at: "columns" });
  const [error, setError] = useState<CombinedError | undefined>(undefined);
  const isStopped = useRef(false);
  const api = apiOf(client, location.id);
  const restart = () => setStage({ at: "columns" });
  const pause = () => {
    isStopped.current = true;
  };
  useLeaveGuard(stage.at === "running" || stage.at === "paused", pause, {
    ...{ title: t("import.leaveTitle"), text: t("import.leaveText") },
    ...{ action: t("import.leave"), cancel: t("import.stay") },
  });

  async function attempt(run: () => Promise<void>, onFailure: () => void) {
    setError(undefined);
    isStopped.current = false;
    try {
      await run();
    } catch (caught) {
      if (!(caught instanceof CombinedError)) throw caught;
      setError(caught);
      onFailure();
    }
  }

  /** @param total how many rows the file has */
  const check = (target: ImportTarget, total: number, read: () => Promise<readonly ImportRow[]>) =>
    attempt(async () => {
      const report = (done: number) => setStage({ at: "checking", done, total });
      report(0);
      const plan = await planOf(api, target, await read(), report);
      setStage({ at: "preview", plan });
    }, restart);

  async function run(plan: ImportPlan, from: Progress = NOTHING_DONE) {
    let progress = from;
    const at = (name: "running" | "paused" | "finished") =>
      setStage({ at: name, plan, progress, done: doneRows(plan, progress) });
    at("running");
    await attempt(
      async () => {
        await runImport(plan, api, {
          from,
          isStopped: () => isStopped.current,
          onProgress(next) {
            progress = next;
            at("running");
          },
        });
        const isDone = plan.phases.flat().every((step) => progress.done.has(step));
        at(isDone ? "finished" : "paused");
      },
      () => at("paused"),
    );
  }

  const undo = (ended: Imported) =>
    attempt(
      async () => setStage(await undone(ended, api)),
      () => setStage(ended),
    );
  return { stage, error, check, run, pause, undo, restart };
}

function planOf(
  api: ImportApi,
  { kind, mode, priceListId }: ImportTarget,
  rows: readonly ImportRow[],
  onLookedUp: (count: number) => void,
): Promise<ImportPlan> {
  if (kind === "products") return planProducts(api, rows, onLookedUp);
  if (kind === "prices") return planPrices(api, rows, priceListId ?? "", onLookedUp);
  return kind === "customers" ? planCustomers(api, rows, onLookedUp) : planStock(api, rows, mode, onLookedUp);
}

function doneRows({ phases }: ImportPlan, { done }: Progress): number {
  let count = 0;
  for (const step of phases.flat()) if (done.has(step)) count += step.rows.length;
  return count;
}
