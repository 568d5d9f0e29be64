import type { SaleDetailQuery } from "@pos/web/graphql/generated/graphql.ts";

/** The sale as its page queries it. */
export type SaleDetail = NonNullable<SaleDetailQuery["sale"]>;
