/** The directory finds the merchant where a request has no tenant yet: an e-mail address, an activation code, the clock. */
export interface EmailEntry {
  readonly merchantId: string;
  readonly staffId: string;
}

export interface ActivationEntry {
  readonly merchantId: string;
  readonly terminalId: string;
  /** The terminal's record names its only valid code. Absent: the code is of a version whose terminals named none. */
  readonly isNamed?: true;
  /** Absent: valid until used. */
  readonly expiresAt?: string;
}
