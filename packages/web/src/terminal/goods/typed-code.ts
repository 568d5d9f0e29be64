/**
 * What was typed into the search field: `12*501…` is twelve pieces of what follows, `12*` of what comes next. A thousand and more is set in the
 * line itself, which asks whether so many are meant.
 */
export interface TypedCode {
  /** Absent: one. */
  readonly quantity?: string;
  readonly text: string;
}

const FACTOR = /^([1-9]\d{0,2}) ?[*×＊]/;

export function typedCode(typed: string): TypedCode {
  const text = typed.trim();
  const [factor = "", quantity] = FACTOR.exec(text) ?? [];
  return quantity === undefined ? { text } : { quantity, text: text.slice(factor.length).trimStart() };
}
