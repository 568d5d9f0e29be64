import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Credentials } from "@pos/host/demo/demo.ts";
import type { Client, Data } from "./client.ts";
import type { Article, Identity } from "./terminal.ts";

/** A location of its own in the demo shop, with terminals and goods that no other test touches; made through the API. */
export interface KillShop {
  readonly owner: string;
  readonly locationId: string;
  readonly identities: readonly Identity[];
  readonly articles: readonly Article[];
}

const ARTICLES = 40;
export const OPENING_STOCK = 1_000_000;
const ERRORS = "userErrors { code path }";

export async function openKillShop(client: Client, url: string, folder: string, terminals: number): Promise<KillShop> {
  const credentials = JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")) as Credentials;
  const ask = async (query: string, input: object, token?: string): Promise<Data> => {
    const [payload] = Object.values<Data>(await client.ask(url, query, { input }, token));
    if (payload.userErrors.length > 0) throw new Error(`Refused: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  };
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { token ${ERRORS} } }`;
  const owner: string = (await ask(signIn, credentials.owner)).token;
  const locationId = systemClock.newId("loc");
  await ask(
    `mutation ($input: CreateLocationInput!) { createLocation(input: $input) { ${ERRORS} } }`,
    { id: locationId, code: "KILLS", name: "Kill Street", timeZone: "Europe/London" },
    owner,
  );
  const articles: Article[] = [];
  for (let from = 0; from < ARTICLES; from += 20) {
    const some = Array.from({ length: 20 }, (_, index) => ({
      sku: `KILL-${from + index}`,
      price: 99 + (from + index) * 7,
    }));
    const variants = some.map(({ sku, price }) => ({
      id: systemClock.newId("var"),
      sku,
      unitPrice: (price / 100).toFixed(2),
      unitCost: "0.25",
    }));
    const product = { id: systemClock.newId("prd"), name: `Goods ${from}`, variants };
    await ask(`mutation ($input: CreateProductInput!) { createProduct(input: $input) { ${ERRORS} } }`, product, owner);
    articles.push(...some);
  }
  const lines = articles.map(({ sku }) => ({ variant: { sku }, quantity: String(OPENING_STOCK) }));
  await ask(
    `mutation ($input: RecordOpeningStockInput!) { recordOpeningStock(input: $input) { ${ERRORS} } }`,
    { id: systemClock.newId("ops"), locationId, occurredAt: systemClock.now(), lines },
    owner,
  );
  const identities: Identity[] = [];
  for (let number = 1; number <= terminals; number++) {
    const terminalId = systemClock.newId("trm");
    const code = `K${number}`;
    await ask(
      `mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { ${ERRORS} } }`,
      { id: terminalId, code, name: `Kill ${number}`, locationId },
      owner,
    );
    const { activationCode } = await ask(
      `mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode ${ERRORS} } }`,
      { terminalId },
      owner,
    );
    const { token: terminalToken } = await ask(
      `mutation ($input: ActivateTerminalInput!) { activateTerminal(input: $input) { token ${ERRORS} } }`,
      { activationCode },
    );
    const { number: operatorNumber, pin } = number % 2 === 0 ? credentials.operator : credentials.cashier;
    const { token: operatorToken } = await ask(
      `mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token ${ERRORS} } }`,
      { operatorNumber, pin },
      terminalToken,
    );
    identities.push({ terminalId, code, terminalToken, operatorToken });
  }
  return { owner, locationId, identities, articles };
}
