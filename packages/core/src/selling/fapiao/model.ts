import { isMailAddress, writtenEmail } from "../../base/email.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";

/**
 * A fapiao (发票) that the buyer of a sale asks for: what the merchant's invoicing software needs. Nothing is filed with a tax
 * office here.
 */
export interface FapiaoRequest extends FapiaoBuyer {
  /** The sale's: it has one request. */
  readonly id: string;
  readonly locationId: string;
  readonly receiptNumber: string;
  readonly soldAt: string;
  readonly requestedAt: string;
  readonly currency: string;
  /** What the buyer paid for goods that did not come back, when the fapiao was asked for. */
  readonly total: number;
  readonly taxes: readonly FapiaoTax[];
  /** Of the fapiao that the merchant's software made. Absent: it is still to be made. */
  readonly invoiceNumber?: string;
  readonly issuedAt?: string;
  readonly version: number;
}

export interface FapiaoBuyer {
  readonly buyerKind: BuyerKind;
  /** Whose name is on it (发票抬头). */
  readonly title: string;
  /** A company's (税号). */
  readonly taxNumber?: string;
  /** Where it is to be sent. */
  readonly email?: string;
}

export type BuyerKind = "COMPANY" | "PERSON";

/** What a rate in per cent makes of the total. */
export interface FapiaoTax {
  readonly rate: string;
  readonly net: number;
  readonly tax: number;
}

/** A buyer as a client sends it: null is the same as absent. */
export interface SentBuyer {
  readonly buyerKind: BuyerKind;
  readonly title: string;
  readonly taxNumber?: string | null | undefined;
  readonly email?: string | null | undefined;
}

export function cleanBuyer({ buyerKind, title, taxNumber, email }: SentBuyer): FapiaoBuyer {
  const number = (taxNumber ?? "").replace(/\s/g, "").toUpperCase();
  const address = writtenEmail(email ?? "");
  return {
    ...{ buyerKind, title: cleanName(title) },
    ...(number === "" ? {} : { taxNumber: number }),
    ...(address === "" ? {} : { email: address }),
  };
}

const TITLE_CHARACTERS_MAX = 100;
/** Unified social credit codes have 18; older numbers have 15 to 20. */
const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;

/** What is wrong with a buyer that `cleanBuyer` made. */
export function buyerProblems({ buyerKind, title, taxNumber, email }: FapiaoBuyer): Failure[] {
  const problems: Failure[] = [];
  const titleProblem =
    [...title].length > TITLE_CHARACTERS_MAX
      ? `is longer than ${TITLE_CHARACTERS_MAX} characters`
      : storedNameProblem(title);
  if (titleProblem) problems.push(failure("INVALID_FAPIAO_TITLE", `The title ${titleProblem}.`, ["input", "title"]));
  const isMissing = buyerKind === "COMPANY" && taxNumber === undefined;
  if (isMissing || (taxNumber !== undefined && !TAX_NUMBER.test(taxNumber))) {
    const message = "A company's tax number has 15 to 20 digits and letters.";
    problems.push(failure("INVALID_FAPIAO_TAX_NUMBER", message, ["input", "taxNumber"]));
  }
  if (email !== undefined && !isMailAddress(email))
    problems.push(failure("INVALID_EMAIL", "The mail address is malformed.", ["input", "email"]));
  return problems;
}

const INVOICE_NUMBER = /^[0-9A-Za-z-]{1,40}$/;

export function isInvoiceNumber(text: string): boolean {
  return INVOICE_NUMBER.test(text);
}
