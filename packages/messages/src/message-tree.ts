import type { AbstractIntlMessages } from "use-intl/core";

/**
 * The tree that the translation library takes: "sales.title" is the `title` of `sales`.
 * @param convert is applied to each message
 */
export function messageTree(
  messages: Readonly<Record<string, string>>,
  convert: (message: string) => unknown = (message) => message,
): AbstractIntlMessages {
  const tree: Branch = {};
  for (const [key, message] of Object.entries(messages)) {
    const names = key.split(".");
    const last = names.pop() ?? key;
    let branch = tree;
    for (const name of names) {
      const next = (branch[name] ?? {}) as Branch;
      branch[name] = next;
      branch = next;
    }
    branch[last] = convert(message);
  }
  return tree as AbstractIntlMessages;
}

interface Branch {
  [name: string]: unknown;
}
