/**
 * The share of a price that is left after tax and cost, for a person to look at.
 * @param taxRate per cent
 * @returns undefined for a price of zero
 */
export function marginOf(
  { price, cost }: { readonly price: string; readonly cost: string },
  { taxRate, pricesIncludeTax }: { readonly taxRate: string; readonly pricesIncludeTax: boolean },
): number | undefined {
  const net = pricesIncludeTax ? Number(price) / (1 + Number(taxRate) / 100) : Number(price);
  return net > 0 ? Math.round(((net - Number(cost)) / net) * 1000) / 1000 : undefined;
}
