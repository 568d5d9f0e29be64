const COLLATOR = new Intl.Collator("en", { numeric: true });

/** Orders codes as people count: "T2" before "T10". */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return COLLATOR.compare(a.code, b.code);
}
