import type { LedgerRef } from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";

/** All ledgers: each merchant's own, followed by those of its locations. */
export async function* allLedgers(table: Table): AsyncGenerator<LedgerRef, void, undefined> {
  for await (const merchantId of allMerchants(table)) {
    yield { merchantId, ledgerId: merchantId };
    for (const { id } of await merchantLocations(table, merchantId)) yield { merchantId, ledgerId: id };
  }
}
