/** Where things are and in which order: what comes later may import what comes before, never the other way. */
export interface Layout {
  /** The folder that holds the rooms, with a slash at its end. */
  readonly folder: string;
  /** From the lowest. A room is a folder or a file. Rooms of one level do not import each other. */
  readonly levels: readonly (readonly string[])[];
}

/** Which packages each package may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  functions: ["core"],
  host: ["core", "functions"],
  web: ["core"],
};

const NOUNS: readonly string[] = [
  ...["people/access", "people/directory", "people/audit", "people/merchant", "people/location", "people/staff"],
  ...["people/terminal", "goods/tax", "goods/catalog", "goods/pricing", "goods/stock", "customers/customer"],
  ...["selling/payment", "selling/sale", "selling/refund", "selling/sync"],
  ...["office/finance", "office/report", "office/mail", "office/exception", "office/archive"],
];

/**
 * The order of core's nouns: that of the list in `core/src/modules.ts`, where there is one.
 *
 * @param lists the modules that the elements of its arrays come from, as specifiers
 */
export function nounsInOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const nouns = lists
    .map((list) => list.flatMap((specifier) => /([a-z-]+\/[a-z-]+)\/[a-z-]+\.ts$/.exec(specifier)?.[1] ?? []))
    .reduce<readonly string[]>((longest, list) => (list.length > longest.length ? list : longest), []);
  return nouns.length === 0 ? NOUNS : [...new Set(nouns)];
}

export function layoutsOf(nouns: readonly string[]): readonly Layout[] {
  return [coreLayout(nouns), FUNCTIONS, HOST, WEB];
}

function coreLayout(nouns: readonly string[]): Layout {
  return {
    folder: "packages/core/src/",
    levels: [
      ["base/"],
      ["table/port/"],
      ["table/search.ts", "table/tenant.ts"],
      ["table/memory/", "table/embedded/", "table/dynamodb/"],
      ["ledger/"],
      ...nouns.map((noun) => [`${noun}/`]),
      ["modules.ts"],
    ],
  };
}

const FUNCTIONS: Layout = {
  folder: "packages/functions/src/",
  levels: [["platform/", "books.ts"], ["mail/"], ["api/"], ["realtime/"], ["jobs/"], ["lambda/"]],
};

const HOST: Layout = {
  folder: "packages/host/src/",
  levels: [
    ["platform/"],
    ["control/"],
    ["demo/"],
    ["node/"],
    ["single/", "cluster/"],
    ["cli/"],
    ["start-host.ts"],
    ["main.ts"],
  ],
};

const WEB: Layout = {
  folder: "packages/web/",
  levels: [
    ["src/clock.ts", "src/graphql/", "src/i18n/", "src/theme/"],
    ["src/live/"],
    ["src/session/"],
    ["src/components/"],
    ["src/sales/"],
    ["src/products/"],
    ["src/stock/"],
    ["src/customers/", "src/exceptions/", "src/reports/", "src/terminals/", "src/home/"],
    ["src/shell/"],
    ["src/sign-in/"],
    ["src/terminal/ask.ts", "src/terminal/settings.ts"],
    [
      "src/terminal/message.tsx",
      "src/terminal/pad.tsx",
      "src/terminal/use-refused.ts",
      "src/terminal/use-shortcuts.ts",
    ],
    ["src/terminal/cart/cart.ts"],
    ["src/terminal/cart/price.ts"],
    ["src/terminal/outbox/"],
    ["src/terminal/device/"],
    ["src/terminal/use-device.tsx"],
    ["src/terminal/use-price.ts"],
    ["src/terminal/payment/"],
    ["src/terminal/cart/", "src/terminal/goods/", "src/terminal/people/", "src/terminal/scan/", "src/terminal/done/"],
    ["src/terminal/sales/"],
    ["src/terminal/counter/"],
    ["src/terminal/terminal.tsx"],
    ["app/", "proxy.ts", "open-next.config.ts", "environment.d.ts"],
    ["development.mjs", "server.mjs", "next.config.mjs"],
  ],
};
