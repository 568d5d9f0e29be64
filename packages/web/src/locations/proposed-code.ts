const LENGTH = 6;

/** The short code that the name of a location suggests: what of its beginning a keyboard has. Nothing of a Chinese name. */
export function proposedCode(name: string): string {
  const plain = name.normalize("NFKD").toUpperCase();
  return plain.replaceAll(/[^A-Z0-9]/g, "").slice(0, LENGTH);
}
