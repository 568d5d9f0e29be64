import { createTranslator } from "use-intl/core";
import { messageTree } from "./message-tree.ts";
import type { TranslateOf } from "./translate.ts";

/**
 * For texts that are no screen's. A key without a message is an error.
 * @param locale how numbers in messages are written
 */
export function createTranslate<Some extends { readonly [key: string]: string }>(
  messages: { readonly [key in keyof Some]: string },
  locale: string,
): TranslateOf<Some> {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, messages: messageTree(messages), onError }) as unknown as TranslateOf<Some>;
}
