import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "./ids.ts";
import type { Extent } from "./limits.ts";
import { pause } from "./pace.ts";
import { at, type Data, listAt, textAt, type Wire } from "./wire.ts";

/** What every attack needs: a location of its own in the demo shop, its people and terminals, made through the API. */
export interface AttackShop {
  readonly locationId: string;
  readonly articles: readonly { readonly sku: string; readonly price: number }[];
  /** The legitimate terminals, which sell all the time. */
  readonly selling: readonly SellingTerminal[];
  /** What the attacker has got hold of. */
  readonly terminal: AttackerTerminal;
  readonly owner: Person;
  readonly manager: Person;
  /** Of this location only. */
  readonly limitedOwner: Person;
  /** An owner who signs in at terminals too; the attacker does not know the PIN. */
  readonly victim: { readonly operatorNumber: string; readonly pin: string };
  /** A sale with many refunds. */
  readonly refundedSaleId: string;
  /** The address of a report that was mailed. */
  readonly mailedTo: string;
}

export interface SellingTerminal {
  readonly terminalId: string;
  readonly operator: string;
  /** Its next receipt number. */
  readonly sequence: number;
}

export interface AttackerTerminal extends SellingTerminal {
  readonly token: string;
  /** The manager's, signed in at this terminal. */
  readonly managing: string;
}

export interface Person {
  readonly email: string;
  readonly password: string;
  /** Of a session at the dashboard. */
  readonly token: string;
}

const SELLING = 3;
const REFUNDS = 40;
const LINES_OF_LONG_SALES = 2_000;
const VICTIM = { operatorNumber: "7730", pin: "739164" };
/** Not one that anything about a person suggests. */
const PASSWORD = "Kettle-harbour-41-maple";
const MAILED_TO = "books@attacked.example";

/** Whether a mutation went well is the caller's to know: what does not is an error. */
export async function openAttackShop(wire: Wire, folder: string, extent: Extent): Promise<AttackShop> {
  const { owner, operator, cashier } = credentialsIn(folder);
  const token = await signIn(wire, owner);
  const create = creating(wire, token);
  const locationId = newId("loc");
  await create("Location", { id: locationId, code: "ATTACK", name: "Besieged", timeZone: "Europe/London" });
  const articles = await stockShelves(create, locationId);
  await openBooks(wire, token, { locationId, articles });
  const person = async (role: string, name: string): Promise<Person> => {
    const account = { email: `${name}@attacked.example`, password: PASSWORD };
    await create("Staff", { id: newId("stf"), name, role, locationIds: [locationId], ...account });
    return { ...account, token: await signIn(wire, account) };
  };
  await create("Staff", { id: newId("stf"), name: "Victim", role: "OWNER", ...VICTIM });
  const pair = (code: string) => pairTerminal(wire, token, { locationId, code });
  const selling: SellingTerminal[] = [];
  for (let number = 1; number <= SELLING; number++) {
    const paired = await pair(`S${number}`);
    selling.push({ ...paired, operator: await signInAt(wire, paired.token, cashier), sequence: 1 });
  }
  const paired = await pair("ATTACKER");
  const managing = await signInAt(wire, paired.token, operator);
  const attacker = { ...paired, managing, operator: await signInAt(wire, paired.token, cashier) };
  const refundedSaleId = await refundedSale(wire, managing, articles);
  for (let number = 0; number < extent.longSales; number++) await longSale(wire, attacker.operator, number + 2);
  const [manager, limitedOwner] = [await person("MANAGER", "manager"), await person("OWNER", "limited-owner")];
  await mailReport(wire, token, locationId);
  return {
    locationId,
    articles,
    selling,
    terminal: { ...attacker, sequence: extent.longSales + 2 },
    owner: { ...owner, token },
    manager,
    limitedOwner,
    victim: VICTIM,
    refundedSaleId,
    mailedTo: MAILED_TO,
  };
}

interface Credentials {
  readonly owner: { readonly email: string; readonly password: string };
  readonly operator: { readonly number: string; readonly pin: string };
  readonly cashier: { readonly number: string; readonly pin: string };
}

function credentialsIn(folder: string): Credentials {
  const stored: Data = JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8"));
  const at = (path: string) => textAt(stored, path);
  return {
    owner: { email: at("owner.email"), password: at("owner.password") },
    operator: { number: at("operator.number"), pin: at("operator.pin") },
    cashier: { number: at("cashier.number"), pin: at("cashier.pin") },
  };
}

export async function signIn(
  wire: Wire,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }";
  return textAt(await wire.must(query, { input: { email, password } }), "signIn.token");
}

async function signInAt(wire: Wire, token: string, { number, pin }: { readonly number: string; readonly pin: string }) {
  const query =
    "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token userErrors { code } } }";
  const input = { operatorNumber: number, pin };
  return textAt(await wire.must(query, { input }, { token }), "signInOperator.token");
}

/** `createX` for any X. */
function creating(wire: Wire, token: string): (what: string, input: object) => Promise<void> {
  return async (what, input) => {
    const query = `mutation ($input: Create${what}Input!) { create${what}(input: $input) { userErrors { code path } } }`;
    await wire.must(query, { input }, { token });
  };
}

export interface Paired {
  readonly terminalId: string;
  readonly token: string;
}

/** A new terminal at the location, paired with this client. */
export async function pairTerminal(
  wire: Wire,
  token: string,
  { locationId, code }: { readonly locationId: string; readonly code: string },
): Promise<Paired> {
  const terminalId = newId("trm");
  await creating(wire, token)("Terminal", { id: terminalId, code, name: `Counter ${code}`, locationId });
  return { terminalId, token: await activate(wire, await issueCode(wire, token, terminalId)) };
}

export async function issueCode(wire: Wire, token: string, terminalId: string): Promise<string> {
  const query =
    "mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode userErrors { code } } }";
  return textAt(await wire.must(query, { input: { terminalId } }, { token }), "issueActivationCode.activationCode");
}

async function activate(wire: Wire, activationCode: string): Promise<string> {
  const query =
    "mutation ($input: ActivateTerminalInput!) { activateTerminal(input: $input) { token userErrors { code } } }";
  return textAt(await wire.must(query, { input: { activationCode } }), "activateTerminal.token");
}

async function stockShelves(create: (what: string, input: object) => Promise<void>, locationId: string) {
  const articles = Array.from({ length: 12 }, (_, index) => ({ sku: `ATTACK-${index}`, price: 250 + index * 35 }));
  const variants = articles.map(({ sku, price }) => ({
    id: newId("var"),
    sku,
    unitPrice: (price / 100).toFixed(2),
    unitCost: "1.10",
  }));
  await create("Product", { id: newId("prd"), name: `Goods of ${locationId}`, variants });
  return articles;
}

const OPENING_STOCK = "1000000";

/** So that no sale raises an exception. */
async function openBooks(
  wire: Wire,
  token: string,
  { locationId, articles }: Pick<AttackShop, "locationId" | "articles">,
) {
  const query =
    "mutation ($input: RecordOpeningStockInput!) { recordOpeningStock(input: $input) { userErrors { code path } } }";
  const lines = articles.map(({ sku }) => ({ variant: { sku }, quantity: OPENING_STOCK }));
  const input = { id: newId("ops"), locationId, occurredAt: new Date().toISOString(), lines };
  await wire.must(query, { input }, { token });
}

async function refundedSale(wire: Wire, token: string, articles: AttackShop["articles"]): Promise<string> {
  const [article] = articles;
  if (!article) throw new Error("There are no goods");
  const { sku, price } = article;
  const [id, paymentId] = [newId("sal"), newId("pay")];
  const input = {
    ...{ id, sequence: 1, occurredAt: new Date().toISOString() },
    lines: [{ variant: { sku }, quantity: String(REFUNDS), unitPrice: (price / 100).toFixed(2) }],
    payments: [{ id: paymentId, method: "CARD", amount: price * REFUNDS }],
  };
  await wire.must(COMPLETE, { input }, { token });
  const refund = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }";
  for (let number = 0; number < REFUNDS; number++) {
    const given = {
      ...{ id: newId("ref"), saleId: id, occurredAt: new Date().toISOString() },
      lines: [{ line: 1, quantity: "1" }],
      payments: [{ id: newId("pay"), method: "CARD", amount: price, paymentId }],
    };
    await wire.must(refund, { input: given }, { token });
  }
  return id;
}

export const COMPLETE =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { userErrors { code path } sale { id } } }";

async function longSale(wire: Wire, token: string, sequence: number): Promise<void> {
  const lines = Array.from({ length: LINES_OF_LONG_SALES }, (_, index) => ({
    description: `Goods ${index}`,
    quantity: "1",
    unitPrice: "0.10",
  }));
  const input = {
    ...{ id: newId("sal"), sequence, occurredAt: new Date().toISOString(), lines },
    payments: [{ id: newId("pay"), method: "CARD", amount: LINES_OF_LONG_SALES * 10 }],
  };
  await wire.must(COMPLETE, { input }, { token, milliseconds: 20_000 });
}

const MAILED_WITHIN_MILLISECONDS = 75_000;

/** A report is mailed within a minute; other work goes on meanwhile, so this comes last. */
async function mailReport(wire: Wire, token: string, locationId: string): Promise<void> {
  const send = "mutation ($input: SendReportInput!) { sendReport(input: $input) { userErrors { code path } } }";
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const input = { id: newId("rsn"), locationId, report: "DAILY", day, recipients: [MAILED_TO], language: "EN" };
  await wire.must(send, { input }, { token });
  const list =
    "query ($id: ID!) { reportSendings(locationId: $id, first: 1) { nodes { deliveries { recipient status sentAt } } } }";
  const deadline = Date.now() + MAILED_WITHIN_MILLISECONDS;
  for (;;) {
    const data = await wire.must(list, { id: locationId }, { token });
    const [delivery] = listAt(data, "reportSendings.nodes.0.deliveries");
    if (typeof at(delivery, "sentAt") === "string") return;
    if (Date.now() > deadline) throw new Error("The report was not mailed");
    await pause(250);
  }
}
