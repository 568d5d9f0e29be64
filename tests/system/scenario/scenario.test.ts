import { present } from "@pos/core/base/result.ts";
import { afterAll, describe, expect, test } from "vitest";
import { canDeploy } from "../../deploy/lambda/deployed.ts";
import { openBundles } from "./bundles.ts";
import { openLocal } from "./local.ts";
import { ACCOUNT, runScenario, type Transcript } from "./scenario.ts";
import type { System } from "./system.ts";

/** One scenario against both: the host on one machine, and the functions as they are deployed. */
describe.skipIf(!canDeploy)("a shop's first day", () => {
  const transcripts = new Map<string, Transcript>();
  const open: System[] = [];
  afterAll(async () => {
    for (const system of open) await system.stop();
  });

  test.each([
    ["on one machine", openLocal],
    ["by the bundles", openBundles],
  ])("%s", async (name, openSystem) => {
    const system = await openSystem(ACCOUNT);
    open.push(system);
    const transcript = await runScenario(system);
    transcripts.set(name, transcript);
    expect(Object.fromEntries(refusalsIn(transcript))).toEqual(REFUSED);
    const outcomeOf = (step: string) =>
      present(
        transcript.find((each) => each.step === step),
        step,
      ).outcome;
    expect(outcomeOf("a sale for cash with change")).toMatchObject({
      completeSale: { replayed: false, userErrors: [], sale: { total: { amount: 2973 }, changeDue: { amount: 2025 } } },
    });
    expect(outcomeOf("its replay")).toMatchObject({ completeSale: { replayed: true } });
    expect(outcomeOf("levels")).toMatchObject({
      stockLevels: {
        nodes: [
          { sku: "CAN-1", onHand: "97" },
          { sku: "LAN-1", onHand: "93" },
        ],
      },
    });
    expect(outcomeOf("the day")).toMatchObject({ dailyReport: { reconciliation: { reconciles: true } } });
    expect(outcomeOf("the owner afterwards")).toEqual(["UNAUTHENTICATED"]);
  });

  test("both answered, published and mailed the same", () => {
    const [local = [], bundles = []] = [...transcripts.values()];
    expect(local.length).toBeGreaterThan(40);
    expect(bundles).toEqual(local);
  });
});

/** The steps that are to be refused, and how; every other is to be done. */
const REFUSED = {
  "a wrong password": ["INVALID_CREDENTIALS"],
  "without a token": ["UNAUTHENTICATED"],
  "a barcode that is taken": ["BARCODE_TAKEN"],
  "the same code again": ["INVALID_ACTIVATION_CODE"],
  "a wrong PIN": ["INVALID_CREDENTIALS"],
  "what a terminal alone may not": ["FORBIDDEN"],
  "a subscription without a token": ["UNAUTHENTICATED"],
  "its id with other content": ["ID_CONFLICT"],
  "a payment that does not meet the sale": ["PAYMENT_MISMATCH"],
  "more than was sold": ["REFUND_EXCEEDS_SALE", "REFUND_EXCEEDS_PAYMENT"],
  "a sale afterwards": ["UNAUTHENTICATED"],
  "the owner afterwards": ["UNAUTHENTICATED"],
};

function refusalsIn(transcript: Transcript): [string, string[]][] {
  return transcript.flatMap(({ step, outcome }): [string, string[]][] => {
    const errors = typeof outcome === "object" && !Array.isArray(outcome) ? userErrorsIn(outcome) : [outcome].flat();
    const codes = errors.flatMap((each) => (typeof each === "string" ? [each] : []));
    return codes.length === 0 ? [] : [[step, codes]];
  });
}

function userErrorsIn(outcome: unknown): unknown[] {
  const [payload] = Object.values(
    outcome as { readonly [field: string]: { readonly userErrors?: { code: string }[] } },
  );
  return payload?.userErrors?.map(({ code }) => code) ?? [];
}
