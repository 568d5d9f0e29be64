/**
 * The JSON of a long answer, made in parts, so that other requests run in between.
 * @returns undefined if it has more bytes than allowed
 */
export async function serializedInTurns(result: object, bytesMax: number): Promise<string | undefined> {
  const parts: string[] = [];
  let bytes = 0;
  let since = performance.now();
  for (const part of partsOf(result)) {
    parts.push(part);
    bytes += Buffer.byteLength(part);
    if (bytes > bytesMax) return undefined;
    if (performance.now() - since < SLICE_MILLISECONDS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return parts.join("");
}

const SLICE_MILLISECONDS = 10;

/** Objects without lists in them are short. */
function* partsOf(value: unknown): Generator<string, void, undefined> {
  if (Array.isArray(value)) {
    let separator = "[";
    for (const element of value) {
      yield separator;
      yield* partsOf(element);
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  } else if (hasList(value)) {
    let separator = "{";
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      yield `${separator}${JSON.stringify(name)}:`;
      yield* partsOf(inner);
      separator = ",";
    }
    yield separator === "{" ? "{}" : "}";
  } else yield value === undefined ? "null" : JSON.stringify(value);
}

function hasList(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => Array.isArray(inner) || hasList(inner));
}

/**
 * A mutation's answer without what makes it long: of each payload, and of each result of a batch, the objects that have lists
 * are null. What was recorded stays acknowledged.
 */
export function acknowledgementOf(data: object): Record<string, unknown> {
  const short = (value: unknown) => (hasList(value) ? null : value);
  const shortFields = (of: unknown, shorten: (value: unknown) => unknown): unknown =>
    typeof of === "object" && of !== null
      ? Object.fromEntries(Object.entries(of).map(([name, value]) => [name, shorten(value)]))
      : of;
  const part = (value: unknown) =>
    Array.isArray(value)
      ? value.map((element) => shortFields(element, (inner) => (Array.isArray(inner) ? inner : short(inner))))
      : short(value);
  return Object.fromEntries(Object.entries(data).map(([name, payload]) => [name, shortFields(payload, part)]));
}
