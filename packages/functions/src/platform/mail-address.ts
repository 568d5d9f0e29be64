import { isSenderAddress } from "@pos/core/office/mail/index.ts";

/** A sender's address, optionally with a name. */
export interface Sender {
  readonly name?: string;
  readonly address: string;
}

/** @returns undefined if the text is neither an address nor `Name <address>` */
export function parseSender(text: string): Sender | undefined {
  if (isSenderAddress(text)) return { address: text };
  const match = /^([^<>"\\]{1,100}) <([^<>]+)>$/.exec(text);
  const [, name = "", address = ""] = match ?? [];
  if (name.trim() === "" || hasControls(name) || !isSenderAddress(address)) return undefined;
  return { name: name.trim(), address };
}

export function domainOf({ address }: Sender): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Replaces line breaks and control characters by spaces, so that a name cannot inject headers. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, " ").replace(/ {2,}/g, " ").trim();
}

function hasControls(text: string): boolean {
  return oneLine(text) !== text.replace(/ {2,}/g, " ").trim();
}

/** Control characters, Unicode line separators, and characters that change the text direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
