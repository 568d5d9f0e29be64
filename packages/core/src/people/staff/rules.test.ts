import { describe, expect, test } from "vitest";
import { isWeakPassword, isWeakPin } from "./rules.ts";

const CONTEXT = ["olive@lantern-and-thread.example", "Olive Owner", "Lantern & Thread"];

describe("A21: isWeakPassword", () => {
  test.each([
    "aaaaaaaaaaaa",
    "password1234",
    "Password1234!",
    "P@$$w0rd2026",
    "passwordpassword",
    "123456789012",
    "abcdefghijklm",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "Welcome2026!!",
    "adm1n1strat0r",
    "iloveyou12345",
    "abc4abc4abc4abc4",
    "administrator1",
    "olive@lantern-and-thread.example",
    "LanternAndThread1",
    "lanternthread2026",
    "OliveOwner12!",
    "Olive123456789",
    "            ",
    "!!!!!!!!!!!!!",
    "q1w2e3r4t5y6",
  ])("true for %s", (password) => {
    expect(isWeakPassword(password, CONTEXT)).toBe(true);
  });

  test.each([
    "correct horse battery",
    "a long enough password",
    "another owner's password",
    "mW9xR2kLq7Bv",
    "unser Laden schließt um acht",
    "我们的小店八点开门营业到晚上",
    "olive trees grow slowly",
    "g7-Kd0-pQx-41z",
    `${"x".repeat(4)}Vm3kPz9rTe`,
  ])("false for %s", (password) => {
    expect(isWeakPassword(password, CONTEXT)).toBe(false);
  });

  test("false for each of 2,000 random passwords as the demo and imports make them", () => {
    for (let count = 0; count < 2_000; count += 1)
      expect(
        isWeakPassword(Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString("base64url"), CONTEXT),
      ).toBe(false);
  });

  test("takes milliseconds for the longest password and a long context", () => {
    const context = [`${"a".repeat(300)}@b.example`, "n".repeat(200), "m ".repeat(100)];
    for (const password of ["a".repeat(128), "ab".repeat(64), "password".repeat(16), "𝄞".repeat(128)]) {
      const begin = performance.now();
      isWeakPassword(password, context);
      expect(performance.now() - begin).toBeLessThan(250);
    }
  });
});

describe("A21: isWeakPin", () => {
  test.each([
    ...[
      "1212",
      "2580",
      "1004",
      "1234",
      "4321",
      "0000",
      "7777",
      "1221",
      "1122",
      "9012",
      "0852",
      "1998",
      "2024",
      "2512",
      "1231",
    ],
    ...["123456", "111111", "121212", "123123", "112233", "147258", "159753", "250588", "880525", "199805", "520131"],
    ...["25121998", "19981225", "12251998", "11223344", "123123123", "5201314"],
  ])("true for %s", (pin) => {
    expect(isWeakPin(pin, "")).toBe(true);
  });

  test("true for the operator's own number, with zeros before or without", () => {
    expect(isWeakPin("4826", "4826")).toBe(true);
    expect(isWeakPin("004826", "4826")).toBe(true);
    expect(isWeakPin("4826", "4827")).toBe(false);
  });

  test.each(["4826", "7093", "480915", "482617", "739264", "90417362"])("false for %s", (pin) => {
    expect(isWeakPin(pin, "17")).toBe(false);
  });

  test("leaves most PINs to choose from", () => {
    const weak = (digits: number) => {
      let count = 0;
      for (let pin = 0; pin < 10 ** digits; pin += digits === 4 ? 1 : 37)
        if (isWeakPin(String(pin).padStart(digits, "0"), "")) count += 1;
      return count / Math.ceil(10 ** digits / (digits === 4 ? 1 : 37));
    };
    expect(weak(4)).toBeLessThan(0.2);
    expect(weak(6)).toBeLessThan(0.2);
  });
});
