/** JSON values as they are stored, hashed and exported. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Canonical JSON text: member names sorted by UTF-16 code units, no white space, undefined members omitted. Two values
 * are equal if and only if their texts are. This is not RFC 8785.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((element: Json) => canonicalJson(element)).join(",")}]`;
  const object = value as { readonly [name: string]: Json | undefined };
  let text = "";
  for (const name of sortedNames(object)) {
    const member = object[name];
    if (member === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** By UTF-16 code units. Objects have few members, mostly in order: an insertion in place needs no second list. */
function sortedNames(object: object): string[] {
  const names = Object.keys(object);
  if (names.length > FEW_NAMES) return names.sort(byCodeUnits);
  for (let sorted = 1; sorted < names.length; sorted++) {
    const name = names[sorted] as string;
    let place = sorted;
    for (; place > 0 && (names[place - 1] as string) > name; place--) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}

const FEW_NAMES = 24;

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Removes empty members (null, undefined, "", [] and {}) at every depth.
 * @returns undefined if nothing is left
 */
export function withoutEmpty(value: Json | undefined): Json | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((element: Json) => withoutEmpty(element) ?? null);
  }
  const kept: { [name: string]: Json } = {};
  for (const [name, member] of Object.entries(value)) {
    const rest = withoutEmpty(member);
    if (rest !== undefined) kept[name] = rest;
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/**
 * The same text as `canonicalJson(withoutEmpty(value))` without building the intermediate value: every sale is hashed
 * over this text.
 * @returns "" if nothing is left
 */
export function canonicalContent(value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return JSON.stringify(value);
  let text = "";
  if (Array.isArray(value)) {
    for (const element of value) text += `${text === "" ? "" : ","}${canonicalContent(element) || "null"}`;
    return text === "" ? "" : `[${text}]`;
  }
  const object = value as { readonly [name: string]: Json | undefined };
  for (const name of sortedNames(object)) {
    const member = canonicalContent(object[name]);
    if (member !== "") text += `${text === "" ? "" : ","}${quoted(name)}:${member}`;
  }
  return text === "" ? "" : `{${text}}`;
}

/** Skips JSON.stringify for ids, codes, decimals and instants, which need no escapes. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

const PLAIN = /^[\w .:+-]*$/;
