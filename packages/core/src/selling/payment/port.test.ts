import { expect, test } from "vitest";
import { answerInTime, type ProviderAnswer } from "./port.ts";

const NEVER = new Promise<never>(() => {});

test("answerInTime: the provider's answer when it comes in time", async () => {
  const answer: ProviderAnswer = { state: "CAPTURED", reference: "A1" };
  expect(await answerInTime(Promise.resolve(answer), NEVER)).toEqual(answer);
});

test("answerInTime: UNKNOWN when there is no answer in time, or the provider fails", async () => {
  expect(await answerInTime(NEVER, Promise.resolve())).toEqual({ state: "UNKNOWN" });
  expect(await answerInTime(Promise.reject(new Error("No line")), NEVER)).toEqual({ state: "UNKNOWN" });
});
