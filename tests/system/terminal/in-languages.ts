import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { signIn as signInAtDesk } from "../web/support.ts";
import { ask } from "./page.ts";
import type { System } from "./system.ts";

export type Language = "en" | "zh";

/** A system that is used in both languages: by a browser of each, whose terminals are made by the owner. */
export interface Place {
  readonly system: System;
  readonly browser: Browser;
  readonly owner: string;
}

/** The context of a browser in a language; without movements. */
export function openBrowserIn({ browser }: Place, language: Language): Promise<BrowserContext> {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  return browser.newContext({ locale, viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
}

/** A terminal of its own with a code, with the demo's operator signed in. */
export async function openTerminal(
  { system, owner }: Place,
  context: BrowserContext,
  language: Language,
  code: string,
  name = `Counter ${language}`,
): Promise<Page> {
  const words = CATALOGUE[language];
  const terminalId = systemClock.newId("trm");
  const input = { id: terminalId, code, name, locationId: system.credentials.locationId };
  const create = "mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { userErrors { code } } }";
  expect((await ask(system.url, owner, create, { input })).data.createTerminal.userErrors).toEqual([]);
  const issue =
    "mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode } }";
  const issued = await ask(system.url, owner, issue, { input: { terminalId } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${system.url}/terminal?code=${issued.data.issueActivationCode.activationCode}`);
  await page.getByRole("heading", { name: words["terminal.signIn.title"] }).waitFor();
  const { number, pin } = system.credentials.operator;
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await page.getByText(words["terminal.signIn.pinOf"].replace("{name}", "").trim()).first().waitFor();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: words["terminal.goods.search"] }).waitFor();
  return page;
}

/** The dashboard with the owner signed in. */
export async function openDesk({ system }: Place, context: BrowserContext, language: Language): Promise<Page> {
  const desk = await context.newPage();
  desk.setDefaultTimeout(20_000);
  await signInAtDesk(desk, system);
  expect(await desk.locator("html").getAttribute("lang")).toContain(language);
  return desk;
}
