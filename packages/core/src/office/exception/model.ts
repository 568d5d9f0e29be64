/** How a manager settles an exception. */
export interface Resolution {
  readonly subject: string;
  readonly code: string;
  readonly note: string;
  readonly version: number;
}
