import { isMailAddress } from "@pos/core/office/mail/index.ts";

/** Who sends: an address, with a name or without. */
export interface Sender {
  readonly name?: string;
  readonly address: string;
}

/** Undefined: it is neither an address nor `Name <address>`. */
export function parseSender(text: string): Sender | undefined {
  if (isMailAddress(text)) return { address: text };
  const match = /^([^<>"\\]{1,100}) <([^<>]+)>$/.exec(text);
  const [, name = "", address = ""] = match ?? [];
  if (name.trim() === "" || hasControls(name) || !isMailAddress(address)) return undefined;
  return { name: name.trim(), address };
}

export function domainOf({ address }: Sender): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Whatever a name holds, it stays on its line: the characters that end one become spaces. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, " ").replace(/ {2,}/g, " ").trim();
}

function hasControls(text: string): boolean {
  return oneLine(text) !== text.replace(/ {2,}/g, " ").trim();
}

/** Controls, what Unicode takes for the end of a line, and what turns the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
