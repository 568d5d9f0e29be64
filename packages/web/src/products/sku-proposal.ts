import { LIMITS } from "@pos/core/base/limits.ts";

const NAME_CHARACTERS_MAX = 20;
const VALUE_CHARACTERS_MAX = 8;

/**
 * Proposes a SKU: the letters and digits of the product's name, or the fallback where it has none that every keyboard
 * has, then those of each value or else its number.
 * @param values the variant's values; empty for the only variant
 * @param position the variant's number, from 1
 */
function proposedSku(name: string, fallback: string, values: readonly string[] = [], position = 1): string {
  const stem = latin(name, NAME_CHARACTERS_MAX) || fallback;
  const parts = values.map((value) => latin(value, VALUE_CHARACTERS_MAX));
  const suffix = parts.every((part) => part !== "") ? parts : [String(position).padStart(2, "0")];
  return [stem, ...(values.length === 0 ? [] : suffix)].join("-").slice(0, LIMITS.codeCharactersMax);
}

/** The proposals of a product's variants, each another one. */
export function proposedSkus(name: string, fallback: string, variants: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  return variants.map((values, index) => {
    const proposal = proposedSku(name, fallback, values, index + 1);
    const sku = taken.has(proposal) ? `${proposal}-${index + 1}` : proposal;
    taken.add(sku);
    return sku;
  });
}

function latin(text: string, charactersMax: number): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  const words = plain.match(/[A-Z0-9]+/g) ?? [];
  let kept = "";
  for (const word of words) {
    const next = kept === "" ? word.slice(0, charactersMax) : `${kept}-${word}`;
    if (next.length > charactersMax) break;
    kept = next;
  }
  return kept;
}
