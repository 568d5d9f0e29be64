import type { ParsedMail } from "mailparser";
import type { Data } from "../../support/api.ts";

/** The product as those outside see it, wherever it runs: what a scenario needs of it and nothing more. */
export interface System {
  call(query: string, options?: { readonly variables?: object; readonly token?: string | undefined }): Promise<Answer>;
  /** Resolves when the subscription is registered. */
  subscribe(document: string, variables: object, token: string): Promise<Listening>;
  /** Everything that was recorded is booked and published, and the due mails are being sent. */
  settle(): Promise<void>;
  mails(): readonly ParsedMail[];
  stop(): Promise<void>;
}

export interface Answer {
  readonly data?: Data;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

export interface Listening {
  /** What came so far: the data of events, and the errors of one that was refused. */
  readonly events: readonly Data[];
  end(): Promise<void>;
}

/** Waits for what others are at. @throws when it never comes about */
export async function until(holds: () => boolean, what: string, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
