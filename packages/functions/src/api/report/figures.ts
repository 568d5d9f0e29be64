/** Figures, with the currency that they are counted in. */
export interface InCurrency {
  readonly currency: string;
}
