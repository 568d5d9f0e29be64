import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import { graphqlError } from "./errors.ts";

/** What is taken while storage is low: facts that have happened, and what a terminal or a person needs to send them. */
const TAKEN = new Set([
  ...["completeSale", "refundSale", "syncSales", "syncFacts"],
  ...["announceTerminal", "signIn", "signInOperator", "signOut"],
]);

const MESSAGE = "The server's storage is almost full: it takes sales only, until there is space again.";

/** Makes every other mutation fail with `STORAGE_LOW` while storage is low, wherever it is in a document. */
export function refuseWhileStorageIsLow(schema: GraphQLSchema, isStorageLow: () => boolean): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (TAKEN.has(field.name)) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (...args) => {
      if (isStorageLow()) throw graphqlError("STORAGE_LOW", MESSAGE);
      return resolve(...args);
    };
  }
  return schema;
}
