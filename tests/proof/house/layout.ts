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
  messages: ["core"],
  functions: ["core", "messages"],
  host: ["core", "messages", "functions"],
  web: ["core", "messages"],
};

export function layoutsOf(nouns: readonly string[]): readonly Layout[] {
  return [coreLayout(nouns), MESSAGES, FUNCTIONS, HOST, WEB];
}

/** An archive contains the records of all modules: it comes after they are put together. */
const ARCHIVE = "office/archive";

function coreLayout(nouns: readonly string[]): Layout {
  return {
    folder: "packages/core/src/",
    levels: [
      ["generated/names.ts"],
      ["base/"],
      ["table/port/"],
      ["table/records.ts", "table/search.ts", "table/tenant.ts"],
      ["table/memory/", "table/embedded/", "table/dynamodb/"],
      ["ledger/"],
      ...nouns.filter((noun) => noun !== ARCHIVE).map((noun) => [`${noun}/`]),
      ["receipt/"],
      ["modules.ts"],
      ["module.ts"],
      ["base/module.ts", ...nouns.map((noun) => `${noun}/module.ts`)],
      ["assemble.ts"],
      ["generated/"],
      ["assembly.ts"],
      [`${ARCHIVE}/`],
    ],
  };
}

const MESSAGES: Layout = {
  folder: "packages/messages/src/",
  levels: [
    ["languages.ts", "translation.ts", "formats.ts", "message-tree.ts"],
    ["locales.ts"],
    ["common/"],
    ["receipt-writing.ts"],
    ["generated/"],
    ["catalogue.ts"],
    ["translate.ts"],
    ["create-translate.ts"],
  ],
};

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
    ["src/session/known.ts"],
    ["src/session/"],
    ["src/components/"],
    ["src/receipt/"],
    ["src/shell/navigation-items.ts"],
    ["src/figures/"],
    ["src/sales/", "src/setup/"],
    ["src/products/"],
    ["src/stock/"],
    ["src/gift-cards/"],
    [
      "src/categories/",
      "src/customers/",
      "src/exceptions/",
      "src/fapiao/",
      "src/import/",
      "src/price-lists/",
      "src/promotions/",
      "src/settings/",
      "src/tax/",
      "src/locations/",
      "src/reports/",
      "src/limits/",
      "src/terminals/",
      "src/home/",
    ],
    ["src/shell/"],
    ["src/sign-in/", "src/e-receipt/"],
    ["src/terminal/api-client.ts", "src/terminal/settings.ts"],
    ["src/terminal/message.tsx", "src/terminal/pad.tsx", "src/terminal/use-shortcuts.ts", "src/terminal/use-stable.ts"],
    ["src/terminal/when-idle.ts"],
    ["src/terminal/cart/exchange.ts"],
    ["src/terminal/cart/cart.ts"],
    ["src/terminal/cart/history.ts", "src/terminal/cart/tender.ts", "src/terminal/catalog/"],
    ["src/terminal/cart/cart-schema.ts"],
    ["src/terminal/cart/price.ts"],
    ["src/terminal/outbox/"],
    ["src/terminal/device/"],
    ["src/terminal/use-device.tsx"],
    [
      "src/terminal/use-price.ts",
      "src/terminal/use-catalog.ts",
      "src/terminal/refusals.tsx",
      "src/terminal/settled-alert.tsx",
      "src/terminal/use-offline.ts",
    ],
    ["src/terminal/use-payments.ts"],
    ["src/terminal/cart/cart.module.css"],
    ["src/terminal/cart/cart-dialog.tsx"],
    ["src/terminal/stored-value/"],
    ["src/terminal/payment/", "src/terminal/e-receipt/"],
    ["src/terminal/cart/", "src/terminal/goods/", "src/terminal/people/", "src/terminal/scan/", "src/terminal/done/"],
    ["src/terminal/quotes/"],
    ["src/terminal/account/"],
    ["src/terminal/layaway/"],
    ["src/terminal/sales/", "src/terminal/parked/"],
    ["src/terminal/counter/"],
    ["src/terminal/terminal.tsx"],
    ["app/", "proxy.ts", "open-next.config.ts", "environment.d.ts"],
    ["development.mjs", "server.mjs", "next.config.mjs"],
  ],
};
