import { recordEarlyInput } from "./early-input.ts";

/** Records what is done on the page until its program is there: see hand-over.ts. */
export function EarlyScript({ nonce }: { readonly nonce: string }) {
  const text = `(${recordEarlyInput})()`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a function of ours, without anything of the request.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}
