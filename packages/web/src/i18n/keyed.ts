/** A table of labels as messages: "CASH" under the prefix "method" is "method.CASH". */
export function keyed<const Prefix extends string, const Labels extends { readonly [name: string]: string }>(
  prefix: Prefix,
  labels: Labels,
): { readonly [Name in keyof Labels & string as `${Prefix}.${Name}`]: Labels[Name] } {
  const entries = Object.entries(labels).map(([name, label]) => [`${prefix}.${name}`, label]);
  return Object.fromEntries(entries) as ReturnType<typeof keyed<Prefix, Labels>>;
}
