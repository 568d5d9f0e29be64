/** The tenant. Its currency is fixed at sign-up: every amount of it is counted in that one. */
export interface Merchant {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Cash payments are rounded to a multiple of this many minor units; 1: not at all. */
  readonly cashStep: number;
}
