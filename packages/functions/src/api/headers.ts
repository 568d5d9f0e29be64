import type { ErrorCode } from "./errors.ts";

/**
 * How long a header may be that a library or a pattern parses on the way of a request: their time may grow faster than the
 * text. A longer `authorization` is no token (see `tokenOf`), and so its sender is refused as every other unknown caller.
 */
const CHARACTERS_MAX: Readonly<Record<string, number>> = {
  accept: 2_048,
  "accept-encoding": 1_024,
  "accept-language": 1_024,
  authorization: Number.POSITIVE_INFINITY,
  "content-type": 256,
  host: 1_024,
  origin: 1_024,
  "x-forwarded-host": 1_024,
  "x-session": 64,
};
const OTHERS_CHARACTERS_MAX = 8_192;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The limit that a header breaks. Names are in lower case. */
export function longHeader(headers: Headers): { readonly name: string; readonly charactersMax: number } | undefined {
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) continue;
    const charactersMax = CHARACTERS_MAX[name] ?? OTHERS_CHARACTERS_MAX;
    for (const text of typeof value === "string" ? [value] : value)
      if (text.length > charactersMax) return { name, charactersMax };
  }
  return undefined;
}

export interface HeaderRefusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** To be called before anything parses a header. The answer repeats no name that a client made up. */
export function headerRefusal(headers: Headers): HeaderRefusal | undefined {
  const long = longHeader(headers);
  if (long === undefined) return undefined;
  const which = Object.hasOwn(CHARACTERS_MAX, long.name) ? `The header ${long.name}` : "A header";
  return { status: 431, code: "TOO_LARGE", message: `${which} is longer than ${long.charactersMax} characters.` };
}

/** Compared, not parsed: the library's parser of media types takes the square of the text's length. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  if (contentType === JSON_TYPE) return true;
  const semicolon = contentType.indexOf(";");
  const essence = semicolon === -1 ? contentType : contentType.slice(0, semicolon);
  return essence.trim().toLowerCase() === JSON_TYPE;
}

export const JSON_TYPE = "application/json";
