import { isMailAddress } from "../../base/email.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanCode, cleanName, storedCodeProblem, storedNameProblem, textProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";

/** Who buys. Facts and totals name a customer by id only; personal data is in a record of its own, which can be erased. */
export interface Customer {
  readonly id: string;
  readonly createdAt: string;
  readonly erasedAt?: string;
  readonly version: number;
  /** What prices and promotions are for. */
  readonly groupIds: readonly string[];
  /** The number of the certificate that frees the customer from tax. */
  readonly taxExemption?: string;
  /** What the customer may owe, minor units. Absent: nothing is sold on account. */
  readonly creditLimit?: number;
  /** Undefined: erased. */
  readonly person?: Person;
}

/** An empty text counts as absent. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
}

export interface NewCustomer extends Person {
  readonly id: string;
}

/** Replaces what is known of a person. */
export interface CustomerChange extends Person {
  readonly customerId: string;
  readonly version: number;
}

/** Changes what is known of a person, and in which groups the customer is. */
export interface CustomerPatch extends Patch<Person> {
  readonly customerId: string;
  readonly version: number;
  readonly groupIds?: readonly string[] | null | undefined;
  /** The certificate's number; null: the customer pays tax. */
  readonly taxExemption?: string | null | undefined;
  /** Minor units; null: nothing is sold on account. */
  readonly creditLimit?: number | null | undefined;
}

/** What a customer bought and gave back at one location. Amounts are minor units, `refunds` is positive. */
export interface CustomerTotals {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly gross: number;
  readonly refunds: number;
}

/** What a cashier needs to put the right person on a sale, and no more. */
export interface CounterCustomer {
  readonly id: string;
  readonly name: string;
  /** The end of the telephone number, at most four digits. */
  readonly phoneEnding?: string;
  /** The mail address without most of its name: "a…@example.com". */
  readonly maskedEmail?: string;
  /** What prices and promotions are for. */
  readonly groupIds: readonly string[];
  /** The number of the certificate that frees the customer from tax. */
  readonly taxExemption?: string;
  /** What the customer may owe, minor units. Absent: nothing is sold on account. */
  readonly creditLimit?: number;
}

const PHONE_ENDING = 4;

export function counterCustomer(
  { id, groupIds, taxExemption, creditLimit }: Pick<Customer, "id" | "groupIds" | "taxExemption" | "creditLimit">,
  { name, email, phone = "" }: Person,
): CounterCustomer {
  const digits = phone.replace(/\D/g, "");
  // A number as short as its ending would be shown whole.
  const phoneEnding = digits.length > PHONE_ENDING ? digits.slice(-PHONE_ENDING) : undefined;
  const at = email?.lastIndexOf("@") ?? -1;
  const maskedEmail = email !== undefined && at > 0 ? `${[...email][0]}…${email.slice(at)}` : undefined;
  return {
    ...{ id, name, groupIds },
    ...(phoneEnding === undefined ? {} : { phoneEnding }),
    ...(maskedEmail === undefined ? {} : { maskedEmail }),
    ...(taxExemption === undefined ? {} : { taxExemption }),
    ...(creditLimit === undefined ? {} : { creditLimit }),
  };
}

/** Nothing can be owed below zero, and no more than one sale comes to. */
export function creditLimitProblems(limit: number | null | undefined): Failure[] {
  if (typeof limit !== "number" || (limit >= 0 && limit <= LIMITS.factAmountMax)) return [];
  const message = `What a customer may owe is 0 to ${LIMITS.factAmountMax} minor units.`;
  return [failure("INVALID_AMOUNT", message, ["input", "creditLimit"])];
}

/** A certificate without a number frees from nothing. */
export function exemptionProblems(number: string | null | undefined): Failure[] {
  const problem = typeof number === "string" ? storedCodeProblem(number) : undefined;
  if (problem === undefined) return [];
  const path = ["input", "taxExemption", "certificateNumber"];
  return [failure("TAX_EXEMPTION_INVALID", `The certificate's number ${problem}.`, path)];
}

export const NO_TOTALS: CustomerTotals = { saleCount: 0, refundCount: 0, gross: 0, refunds: 0 };

/** What is known of a person as it is stored. */
export function cleanPerson<P extends Patch<Person>>(person: P): P {
  const { name, email, phone } = person;
  return {
    ...person,
    ...(typeof name === "string" ? { name: cleanName(name) } : {}),
    ...(typeof email === "string" ? { email: cleanName(email) } : {}),
    ...(typeof phone === "string" ? { phone: cleanCode(phone) } : {}),
  };
}

export function customerProblems(input: NewCustomer): Failure[] {
  const problems = personProblems(input);
  if (!isId("cus", input.id)) problems.push(failure("INVALID_ID", "The id is not cus_ and a ULID.", ["input", "id"]));
  return problems;
}

/** What is wrong with the fields that are there. */
export function personProblems({ name, email, phone, note }: Patch<Person>): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, field: string, problem: string | undefined) => {
    if (problem) problems.push(failure(code, `The ${field} ${problem}.`, ["input", field]));
  };
  if (typeof name === "string") add("INVALID_NAME", "name", storedNameProblem(name));
  if (email) {
    add("INVALID_EMAIL", "email", isMailAddress(email) ? undefined : "is no e-mail address");
  }
  if (phone) add("INVALID_PHONE", "phone", storedCodeProblem(phone));
  if (note) add("INVALID_NOTE", "note", textProblem(note, LIMITS.noteCharactersMax));
  return problems;
}
