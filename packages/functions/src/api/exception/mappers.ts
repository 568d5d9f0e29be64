export type { StoredException as Exception } from "@pos/core/ledger/index.ts";
