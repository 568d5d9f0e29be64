/** RFC 5321: the whole address, and the part before the @. */
const ADDRESS_CHARACTERS_MAX = 254;
const LOCAL_CHARACTERS_MAX = 64;

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
/** What a name may consist of before it is encoded: a URL's host would take more, and change it. */
const NAME = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * The one rule for mail addresses of people and recipients. A domain in any script is encoded as mail servers take it.
 * @returns the address in ASCII; undefined if it is none: without a domain of at least two labels, quoted, too long
 */
export function asciiAddress(text: string): string | undefined {
  if (text.length > ADDRESS_CHARACTERS_MAX) return undefined;
  const at = text.lastIndexOf("@");
  const [local, name] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > LOCAL_CHARACTERS_MAX || !LOCAL.test(local) || !NAME.test(name)) return undefined;
  const domain = asciiDomain(name);
  if (domain === undefined) return undefined;
  const labels = domain.split(".");
  const isDomain =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
  return isDomain && local.length + 1 + domain.length <= ADDRESS_CHARACTERS_MAX ? `${local}@${domain}` : undefined;
}

export function isMailAddress(text: string): boolean {
  return asciiAddress(text) !== undefined;
}

/** An address as people read it. */
export function writtenEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The platform's own encoding of internationalized names (UTS 46), in Node and in browsers. */
function asciiDomain(name: string): string | undefined {
  if (/^[A-Za-z0-9.-]+$/.test(name)) return name;
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return undefined; // The platform offers no other way to test a name.
  }
}
