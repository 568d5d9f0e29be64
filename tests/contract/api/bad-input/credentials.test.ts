import { afterAll, beforeAll, test } from "vitest";
import { ask, type Case, countsByClass, judge } from "./judge.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";
import { BROKEN } from "./texts.ts";

/** Texts that are no credentials: a wrong one is a wrong one, whatever it holds, and tells nothing of who exists. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const ODD: readonly (readonly [name: string, text: string])[] = [
  ...BROKEN,
  ["nothing", ""],
  ["white space", "  "],
  ["100,000 characters", "x".repeat(100_000)],
  ["4-byte characters", "𝄞".repeat(128)],
  ["what every object has", "__proto__"],
  ["a key's separator", "a#b"],
  ["a wildcard", "%"],
];
let guesses = 0;

/** Each guess is somebody else's, so that none has to wait for the one before. */
function row(operation: "signIn" | "signInOperator", field: string, [name, text]: readonly [string, string]): Case {
  guesses += 1;
  const input =
    operation === "signIn"
      ? { email: `nobody-${guesses}@shop.example`, password: "a wrong password", [field]: text }
      : { operatorNumber: String(500_000 + guesses), pin: "480000", [field]: text };
  const token = operation === "signIn" ? undefined : stand.counter.terminal;
  return {
    name: `${operation} by a ${field} of ${name}`,
    expected: "INVALID_CREDENTIALS input",
    run() {
      // One source and one terminal have limits over all names.
      stand.counter.shop.clock.advance(300_000);
      return ask(stand, operation, { token, variables: { input } });
    },
  };
}

test("a wrong address or password is refused as such", async () => {
  await judge(
    stand,
    "credentials",
    ODD.flatMap((odd) => [row("signIn", "email", odd), row("signIn", "password", odd)]),
  );
});

test("a wrong second factor is that of nobody", async () => {
  await judge(
    stand,
    "credentials",
    ODD.map((odd) => row("signIn", "totp", odd)),
  );
});

test("a wrong operator number or PIN is refused as such", async () => {
  const fields = ["operatorNumber", "pin"];
  await judge(
    stand,
    "credentials",
    ODD.flatMap((odd) => fields.map((field) => row("signInOperator", field, odd))),
  );
});

test("guesses are counted before they are looked at: the sixth waits, sent one by one or at once", async () => {
  const { email } = stand.counter.shop.staff.MANAGER;
  const guess = (address: string) => () =>
    ask(stand, "signIn", { token: undefined, variables: { input: { email: address, password: "not this one" } } });
  const [first, ...spellings] = [email ?? "", ` ${email} `, email?.toUpperCase() ?? "", `${email}\t`, email ?? ""];
  const cases = [first ?? "", ...spellings].map(
    (address, index): Case => ({ name: `guess ${index}`, expected: "INVALID_CREDENTIALS input", run: guess(address) }),
  );
  cases.push({ name: "the sixth", expected: "TOO_MANY_ATTEMPTS input", run: guess(email ?? "") });
  await judge(stand, "credentials", cases);
});
