import { assert } from "../../base/result.ts";

/**
 * The one place where partition keys begin: every key starts with the merchant's id, so nothing can be read or written
 * without a tenant. The only keys without one belong to the module `directory`, which has its own prefix.
 */
export function tenantPk(merchantId: string, ...parts: readonly string[]): string {
  assert(merchantId.startsWith("mer_") && merchantId.length === 30, "a key begins with a merchant's id");
  return parts.length === 0 ? merchantId : `${merchantId}#${parts.join("#")}`;
}

/** Keys without a tenant: e-mail addresses, activation codes, the list of merchants. Only `directory` builds them. */
export function directoryPk(...parts: readonly string[]): string {
  return `directory#${parts.join("#")}`;
}

/** A whole number so that its text sorts as the number does. */
export function padded(value: number, digits: number): string {
  const text = String(value);
  assert(Number.isSafeInteger(value) && value >= 0 && text.length <= digits, "a padded number fits its width");
  return text.padStart(digits, "0");
}
