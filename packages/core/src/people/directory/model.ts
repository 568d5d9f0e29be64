/** The directory finds the merchant where a request has no tenant yet: an e-mail address, an activation code, the clock. */
export interface EmailEntry {
  readonly merchantId: string;
  readonly staffId: string;
}

export interface ActivationEntry {
  readonly merchantId: string;
  readonly terminalId: string;
  /** Absent: valid until used. */
  readonly expiresAt?: string;
}
