/** Resolver types from the contract: a field that is renamed there no longer compiles here. */
export default {
  schema: "schema.graphql",
  generates: {
    "packages/functions/src/graphql/generated/types.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        inputMaybeValue: "T | null | undefined",
        maybeValue: "T | null | undefined",
        contextType: "../context.ts#RequestContext",
        scalars: { ID: "string", DateTime: "string", Date: "string", MinorUnits: "number", Decimal: "string", CurrencyCode: "string" },
        mappers: {
          Sale: "@pos/core/selling/sale/index.ts#SaleFact",
          SaleLine: "../resolvers/sale.ts#LineOfSale",
          Payment: "../resolvers/sale.ts#PaymentOfSale",
          Variant: "@pos/core/goods/catalog/index.ts#Variant",
          Product: "@pos/core/goods/catalog/index.ts#Product",
          Terminal: "@pos/core/people/terminal/index.ts#Terminal",
          Location: "@pos/core/people/location/index.ts#Location",
          Staff: "@pos/core/people/staff/index.ts#Staff",
          Exception: "@pos/core/ledger/index.ts#StoredException",
          Money: "../money.ts#MoneyValue",
          UserError: "@pos/core/base/result.ts#Failure",
          Refusal: "@pos/core/base/result.ts#Failure",
          TotalMismatch: "@pos/core/base/result.ts#Failure",
          PriceNotAllowed: "@pos/core/base/result.ts#Failure",
          VersionConflict: "@pos/core/base/result.ts#Failure",
          TooManyAttempts: "@pos/core/base/result.ts#Failure",
          Node: "../resolvers/node.ts#NodeValue",
        },
      },
    },
  },
};
