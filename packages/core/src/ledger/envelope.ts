/**
 * The envelope of a fact is the form of its stored body, by version (`v`). A fact is never rewritten, so every released
 * version stays readable: an upcaster for each brings a body to the next version on every read. What is stored, hashed and
 * exported keeps the form in which it was written.
 */
export const ENVELOPE_VERSION = 2;

export type Body = { readonly [field: string]: unknown };

/** From one version to the next, by the older one. Pure; sets `v`; loses nothing. */
export type Upcasters = { readonly [v: number]: (older: Body) => Body };

const UPCASTERS: Upcasters = { 1: fromVersion1 };

/** A body that this program cannot read; the message says what to do. The fact stays as it is. */
export class EnvelopeUnknown extends Error {
  override readonly name = "EnvelopeUnknown";
}

/**
 * @returns the body in the form of the known version
 * @throws EnvelopeUnknown for a version that is newer than this program's, and for none
 */
export function readEnvelope(
  body: Body,
  { version, upcasters }: { readonly version: number; readonly upcasters: Upcasters } = {
    version: ENVELOPE_VERSION,
    upcasters: UPCASTERS,
  },
): Body {
  let read = body;
  for (let from = versionOf(body, version); from < version; from++) {
    const upcast = upcasters[from];
    if (!upcast) throw new EnvelopeUnknown(`The fact ${body.id} has version ${from}, which no program can read.`);
    read = upcast(read);
  }
  return read;
}

function versionOf({ v, id }: Body, known: number): number {
  if (typeof v !== "number" || !Number.isSafeInteger(v) || v < 1)
    throw new EnvelopeUnknown(`The fact ${id} has no version of its envelope: it was not written by this system.`);
  if (v > known)
    throw new EnvelopeUnknown(
      `The fact ${id} has version ${v}, and this program reads up to ${known}: run the newer program that wrote it.`,
    );
  return v;
}

/**
 * Version 1 had one tax of a line in three fields, and discounts as bare amounts. Every discount of that time was typed by an
 * operator. A long fact's header has no lines; those are read from its chunks before this runs.
 */
function fromVersion1({ lines, discounts, ...fact }: Body): Body {
  return {
    ...fact,
    v: 2,
    ...(discounts === undefined ? {} : { discounts: manualDiscounts(discounts as readonly number[]) }),
    ...(lines === undefined ? {} : { lines: (lines as readonly Body[]).map(lineFromVersion1) }),
  };
}

function lineFromVersion1(line: Body): Body {
  const { taxCodeId, taxRate, tax, discounts, ...rest } = line;
  return {
    ...rest,
    ...(taxCodeId === undefined ? {} : { taxes: [{ codeId: taxCodeId, rate: taxRate, amount: tax }] }),
    ...(discounts === undefined ? {} : { discounts: manualDiscounts(discounts as readonly number[]) }),
  };
}

function manualDiscounts(amounts: readonly number[]): Body[] {
  return amounts.map((amount) => ({ source: "MANUAL", amount }));
}
