/** GraphQL inputs without the members that are null or missing, at every depth. */
export type Said<T> = T extends readonly (infer E)[]
  ? readonly Said<E>[]
  : T extends object
    ? { readonly [K in keyof T as undefined extends T[K] ? never : K]: Said<NonNullable<T[K]>> } & {
        readonly [K in keyof T as undefined extends T[K] ? K : never]?: Said<NonNullable<T[K]>>;
      }
    : T;

export function withoutNulls<T>(input: T): Said<T> {
  return stripped(input) as Said<T>;
}

export { withoutNulls as said };

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  const kept: { [name: string]: unknown } = {};
  for (const name in value) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== null && member !== undefined) kept[name] = stripped(member);
  }
  return kept;
}
