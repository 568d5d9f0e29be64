import type { Credentials } from "@pos/host/demo/demo.ts";
import type { Page } from "playwright-core";

/** The terminal's page as a person uses it: by what is written on it. Its words are English here. */
export interface Goods {
  readonly sku: string;
  readonly barcode: string | undefined;
  /** Minor units. */
  readonly price: number;
}

export async function pair(page: Page, url: string, activationCode: string): Promise<void> {
  await page.goto(`${url}/terminal?code=${activationCode}`);
  await signInPage(page);
}

/** The terminal asks who is at it, by name where the server has answered. */
export async function signInPage(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
}

export async function signIn(page: Page, { number, pin }: Credentials["operator"]): Promise<void> {
  await signInPage(page);
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await page
    .getByText(/^PIN for /)
    .first()
    .waitFor();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
}

const SEPARATOR = "\u001d";
const CONTROL = 2;

/** As a scanner types: three milliseconds a key by the keyboard's own clock, Enter at the end, wherever the focus is. */
export async function scan(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const startedAt = Date.now() / 1000;
  const keys = [...[...code].map((key) => ({ key, text: key })), { key: "Enter", text: "\r" }];
  await Promise.all(
    keys.flatMap(({ key, text }, index) => {
      const timestamp = startedAt + index * 0.003;
      const code = key === "Enter" ? { windowsVirtualKeyCode: 13 } : {};
      // The separator of element strings is Ctrl and a bracket, and no text.
      const pressed = key === SEPARATOR ? { key: "]", modifiers: CONTROL } : { key, text };
      return [
        keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", timestamp, ...pressed, ...code }),
        keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key: pressed.key, timestamp, ...code }),
      ];
    }),
  );
  await keyboard.detach();
}

export async function addBySearch(page: Page, sku: string): Promise<void> {
  await page.getByRole("textbox", { name: "Search or scan" }).fill(sku);
  await page.locator(`[data-sku="${sku}"]`).click();
  await page.getByRole("textbox", { name: "Search or scan" }).fill("");
}

/** Cash, more than is due: the change that the screen shows. */
export async function payCash(page: Page, tendered: string): Promise<void> {
  await page.keyboard.press("F9");
  const field = page.getByRole("textbox", { name: "Cash received" });
  await field.fill(tendered);
  await field.press("Enter");
}

/** `recorded`, `waiting` or `attention`, when the sale is over. */
export async function outcome(page: Page): Promise<string | null> {
  const status = page.getByTestId("outcome");
  await status.waitFor({ timeout: 20_000 });
  return status.getAttribute("data-status");
}

/** Leaves the page of the sale that was made. It takes no key that comes at once, so that the change is seen. */
export async function nextSale(page: Page): Promise<void> {
  while (await page.getByTestId("outcome").isVisible()) await page.keyboard.press("Enter");
}

export interface StoredRow {
  readonly id: string;
  readonly kind: string;
  /** Of a sale. */
  readonly sequence?: number;
  readonly state: string;
}

/** What the device itself keeps, read beside the page. */
export function storedRows(page: Page): Promise<StoredRow[]> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("pos-terminal");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const asking = database.transaction("rows").objectStore("rows").getAll();
      asking.onsuccess = () => {
        database.close();
        resolve(asking.result.map(({ id, kind, state, sale }) => ({ id, kind, state, sequence: sale?.sequence })));
      };
    };
  })`) as Promise<StoredRow[]>;
}

export async function ask(url: string, token: string | undefined, query: string, variables: object = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  return (await response.json()) as any;
}

export async function signInOwner(url: string, { owner }: Credentials): Promise<string> {
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { token } }";
  const { email, password } = owner;
  return (await ask(url, undefined, query, { input: { email, password } })).data.signIn.token;
}

/** What the demo shop sells, for a test that needs a barcode. */
export async function someGoods(url: string, owner: string): Promise<Goods[]> {
  const query = "{ products(first: 40) { nodes { variants { sku barcodes price { amount } } } } }";
  const { data } = await ask(url, owner, query);
  return data.products.nodes.flatMap(
    ({ variants }: { variants: { sku: string; barcodes: string[]; price: { amount: number } }[] }) =>
      variants.map(({ sku, barcodes, price }) => ({ sku, barcode: barcodes[0], price: price.amount })),
  );
}

/** Counts taps, and the tones that the page plays: the machine of a test has no loudspeaker. */
export const COUNTED = `window.sounds = 0;
  window.taps = 0;
  window.addEventListener("pointerdown", () => { window.taps++; }, { capture: true });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { window.sounds++; return start.apply(this, when); };`;

/** Loads the page again and goes back to the goods, whatever the sale before is at. */
export async function leaveOldSale(page: Page): Promise<void> {
  await page.reload();
  const search = page.getByRole("textbox", { name: "Search or scan" });
  await search.or(page.getByTestId("outcome")).or(page.getByTestId("due")).first().waitFor();
  await nextSale(page);
  if (await page.getByTestId("due").isVisible()) {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Money returned, remove" }).click();
  }
  await search.waitFor();
}

export const NEWEST_SALE = `{ sales(first: 1) { nodes { receiptNumber total { amount } customer { name } discountTotal { amount }
  payments { method amount { amount } tendered { amount } } discounts { reason } lines { quantity } } } }`;
