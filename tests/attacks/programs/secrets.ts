import type { Attack, Stage } from "../attack.ts";
import { LIMITS } from "../limits.ts";
import { flood, pause, unless } from "../pace.ts";
import { issueCode, pairTerminal } from "../shop.ts";
import { type Answer, at, codesOf, parsed, type Wire } from "../wire.ts";

/** Guessing, locking out, and what hashing costs. */

const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }";
const SIGN_IN_AT =
  "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token userErrors { code } } }";
const GUESSES_OF_A_TERMINAL = 5;

export const pins: Attack = {
  id: "A6",
  about: "a manager guesses an owner's PIN with many terminals",
  isQuick: true,
  async run(stage) {
    const { shop, wire, extent } = stage;
    const created: string[] = [];
    const guesses = guessesOf(shop.victim.pin, extent.terminals * GUESSES_OF_A_TERMINAL);
    let [looked, found] = [0, false];
    for (let number = 0; number < extent.terminals; number++) {
      const { manager, locationId } = shop;
      const paired = await pairTerminal(wire, manager.token, { locationId, code: `G${number}` }).catch(() => undefined);
      // No more terminals: a limit of its own, and as good a one.
      if (paired === undefined) break;
      created.push(paired.terminalId);
      const answers = await Promise.all(
        guesses.slice(number * GUESSES_OF_A_TERMINAL, (number + 1) * GUESSES_OF_A_TERMINAL).map((pin) => {
          const input = { operatorNumber: shop.victim.operatorNumber, pin };
          return wire.graphql(SIGN_IN_AT, { input }, { token: paired.token });
        }),
      );
      looked += answers.filter((answer) => codesOf(answer).includes("INVALID_CREDENTIALS")).length;
      found ||= answers.some(hasToken);
    }
    return {
      figures: { terminals: created.length, looked },
      created,
      wrong: [
        ...unless(!found, "the PIN was found"),
        ...unless(looked <= LIMITS.guessesOfOnePerson, `${looked} guesses were looked at`),
      ],
    };
  },
};

/** Different PINs, the right one near the end. */
function guessesOf(pin: string, count: number): string[] {
  const guesses = Array.from({ length: count }, (_, index) => String(200_000 + index * 37).padStart(pin.length, "0"));
  guesses[count - 2] = pin;
  return guesses;
}

function hasToken(answer: Answer | undefined): boolean {
  const data = answer && at(parsed(answer.text), "data");
  return typeof (at(data, "signInOperator.token") ?? at(data, "signIn.token")) === "string";
}

const WRONG_GUESSES = 40;

export const lockOut: Attack = {
  id: "A7",
  about: "wrong passwords lock an owner out",
  isQuick: true,
  async run({ shop, wire, honest }) {
    const { email, password } = shop.owner;
    // The owner's browser, which has signed in before.
    const before = await signInByBrowser(honest, { email, password });
    for (let guess = 0; guess < WRONG_GUESSES; guess++)
      await wire.graphql(SIGN_IN, { input: { email, password: `Wrong-password-${guess}` } });
    const after = await signInByBrowser(honest, { email, password }, before.cookies);
    return {
      figures: { guesses: WRONG_GUESSES },
      wrong: unless(after.codes.length === 0, `the owner's browser is answered ${after.codes.join(", ")}`),
    };
  },
};

async function signInByBrowser(wire: Wire, input: object, cookies = "") {
  const headers = { "x-session": "cookie", origin: wire.url, ...(cookies === "" ? {} : { cookie: cookies }) };
  const answer = await wire.graphql(SIGN_IN, { input }, { headers });
  const set = answer?.headers["set-cookie"] ?? [];
  const kept = (typeof set === "string" ? [set] : set).map((cookie) => cookie.split(";")[0] ?? "");
  return { cookies: kept.join("; "), codes: answer === undefined ? ["no answer"] : codesOf(answer) };
}

export const signIns: Attack = {
  id: "A10",
  about: "40 sign-ins at once, and bursts of 300",
  isQuick: true,
  async run({ wire, extent }) {
    let unique = 0;
    const attempt = () =>
      wire.graphql(SIGN_IN, {
        input: { email: `invented-${unique++}-${process.pid}@attacker.example`, password: "Not-the-password" },
      });
    const sent = await flood(extent.floodMilliseconds, 40, attempt);
    const burst = await Promise.all(Array.from({ length: 300 }, attempt));
    const unanswered = burst.filter((answer) => answer === undefined).length;
    return { figures: { requests: sent + burst.length, unanswered }, wrong: [] };
  },
};

export const staleCodes: Attack = {
  id: "A16",
  about: "an activation code from before a revocation",
  isQuick: true,
  async run(stage) {
    const { shop, wire } = stage;
    const { manager, locationId } = shop;
    const { terminalId } = await pairTerminal(wire, manager.token, { locationId, code: "STALE" });
    const code = await issueCode(wire, manager.token, terminalId);
    await revoke(stage, terminalId);
    const activate =
      "mutation ($input: ActivateTerminalInput!) { activateTerminal(input: $input) { token userErrors { code } } }";
    const used = codesOf(await wire.graphql(activate, { input: { activationCode: code } }));
    return {
      figures: {},
      created: [terminalId],
      wrong: unless(used.includes("INVALID_ACTIVATION_CODE"), `the code was answered ${used.join(", ") || "a token"}`),
    };
  },
};

async function revoke({ shop, wire }: Stage, terminalId: string): Promise<void> {
  const { token } = shop.manager;
  const read = "query ($id: ID!) { node(id: $id) { ... on Terminal { version } } }";
  const version = at(await wire.must(read, { id: terminalId }, { token }), "node.version");
  const query = "mutation ($input: RevokeTerminalInput!) { revokeTerminal(input: $input) { userErrors { code } } }";
  await wire.must(query, { input: { terminalId, version } }, { token });
  await pause(10);
}
