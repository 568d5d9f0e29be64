import { assert } from "../../base/result.ts";

/**
 * Every partition key is built here and begins with the merchant's id, so that nothing can be read or written without a
 * tenant. Only the module `directory` has keys without one, under its own prefix.
 */
export function tenantPk(merchantId: string, ...parts: readonly string[]): string {
  assert(merchantId.startsWith("mer_") && merchantId.length === 30, "a key begins with a merchant's id");
  return parts.length === 0 ? merchantId : `${merchantId}#${parts.join("#")}`;
}

/** Keys without a tenant: e-mail addresses, activation codes, the list of merchants. Only `directory` builds them. */
export function directoryPk(...parts: readonly string[]): string {
  return `directory#${parts.join("#")}`;
}

/** Zero-pads a whole number, so that its text sorts numerically. */
export function padded(value: number, digits: number): string {
  const text = String(value);
  assert(Number.isSafeInteger(value) && value >= 0 && text.length <= digits, "a padded number fits its width");
  return text.padStart(digits, "0");
}
