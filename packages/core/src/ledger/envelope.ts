import type { Fact } from "./fact.ts";

/**
 * The envelope of a fact is what its body says, by a version (`v`). A fact is never written anew, so every version that was
 * ever released is read for ever: an upcaster for each brings a body to the next version, pure, each time it is read. What is
 * stored, hashed and exported stays as it was written.
 */
export const ENVELOPE_VERSION = 1;

export type Body = { readonly [field: string]: unknown };

/** From one version to the next, by the older one. Pure; sets `v`; loses nothing. */
export type Upcasters = { readonly [v: number]: (older: Body) => Body };

const UPCASTERS: Upcasters = {};

/** A body that this program cannot read; the message says what to do. The fact stays as it is. */
export class EnvelopeUnknown extends Error {
  override readonly name = "EnvelopeUnknown";
}

/**
 * A body as this program knows it.
 * @throws EnvelopeUnknown for a version that is newer than this program's, and for none
 */
export function readEnvelope(
  body: Body,
  { version, upcasters }: { readonly version: number; readonly upcasters: Upcasters } = {
    version: ENVELOPE_VERSION,
    upcasters: UPCASTERS,
  },
): Fact {
  let read = body;
  for (let from = versionOf(body, version); from < version; from++) {
    const upcast = upcasters[from];
    if (!upcast) throw new EnvelopeUnknown(`The fact ${body.id} has version ${from}, which no program can read.`);
    read = upcast(read);
  }
  return read as unknown as Fact;
}

function versionOf({ v, id }: Body, known: number): number {
  if (typeof v !== "number" || !Number.isSafeInteger(v) || v < 1)
    throw new EnvelopeUnknown(`The fact ${id} says no version of its envelope: it was not written by this system.`);
  if (v > known)
    throw new EnvelopeUnknown(
      `The fact ${id} has version ${v}, and this program reads up to ${known}: run the newer program that wrote it.`,
    );
  return v;
}
