/** Where buyers ask for a fapiao. */
export function isInChina({
  country,
  currency,
}: {
  readonly country: string | null;
  readonly currency: string;
}): boolean {
  return (country ?? currency.slice(0, 2)) === "CN";
}
