import type { Canary, TargetFile } from "./canary.ts";
import { GUARDS } from "./guards.ts";
import { OPERATIONS } from "./operations.ts";
import { REPORTS } from "./reports.ts";

export const TARGET_FILES: readonly TargetFile[] = [
  "targets.test.ts",
  "input-targets.test.ts",
  "operations-targets.test.ts",
  "report-targets.test.ts",
];

const BOOK = "core/src/ledger/book.ts";

const LEDGER: readonly Omit<Canary, "targets">[] = [
  {
    name: "no-idempotency-key",
    file: "core/src/ledger/fact.ts",
    changes: [['{ op: "put", item: header, if: { is: "absent" } }', '{ op: "put", item: header }']],
    caughtBy: "target: a sale sent again is answered as a replay",
  },
  {
    name: "check-then-put",
    file: "core/src/ledger/record.ts",
    changes: [
      [
        "const result = await table.write(only);",
        'const found = await table.get(only.item); const result = found ? { ok: false, item: found } : await table.write({ op: "put", item: only.item });',
      ],
    ],
    caughtBy: "target: of the same sale sent at once, one is recorded",
  },
  {
    name: "unprocessed-keys-dropped",
    file: "core/src/table/memory/table.ts",
    changes: [["left = unprocessed;", "left = [];"]],
    caughtBy: "target: keys left unprocessed are asked for again",
  },
  {
    name: "acknowledged-before-durable",
    file: "core/src/table/port/commits.ts",
    changes: [["settle = () => resolve(value);", "resolve(value);"]],
    caughtBy: "target: a write whose commit fails is not acknowledged",
  },
  {
    name: "booking-without-condition",
    file: BOOK,
    changes: [['({ op: "put", item, if: { is: "absent" } })', '({ op: "put", item })']],
    caughtBy: "target: a fact delivered again is booked once",
  },
  {
    name: "tenant-from-an-argument",
    file: "core/src/selling/sale/commands.ts",
    changes: [
      [
        "{ ...originAt(context, location), ...people.operator },",
        "{ ...originAt(context, location), ...people.operator, merchantId: input.merchantId ?? merchant.id },",
      ],
    ],
    caughtBy: "target: a request that names another merchant touches only the caller's keys",
  },
  {
    name: "mismatch-dropped",
    file: "core/src/selling/sale/commands.ts",
    changes: [
      [
        'if (result.status === "conflict")',
        'if (result.status === "conflict") return { status: "replayed", sale: result.fact }; if (false)',
      ],
    ],
    caughtBy: "target: a copy with other content is kept and reported",
  },
  {
    name: "head-not-moved",
    file: BOOK,
    changes: [
      [
        "headWrite(headKey(merchantId, ledgerId), head, fold.head)",
        "headWrite(headKey(merchantId, ledgerId), head, head)",
      ],
    ],
    caughtBy: "target: positions are 1, 2, 3 over several bookings",
  },
  {
    name: "balances-read-before-the-head",
    file: BOOK,
    changes: [
      [
        "const head = await readHead(table, merchantId, ledgerId);",
        "const { candidates, wanted } = candidatesOf(books, queue); const early = await loadBalances(table, ledgerPk(merchantId, ledgerId), wanted); const head = await readHead(table, merchantId, ledgerId);",
      ],
      [
        "const { candidates, wanted } = candidatesOf(books, queue); const balances = await loadBalances(table, ledgerPk(merchantId, ledgerId), wanted);",
        "const balances = early;",
      ],
    ],
    caughtBy: "target: a booking that commits between the reads of another loses nothing",
  },
  {
    name: "head-without-condition",
    file: "core/src/ledger/head.ts",
    changes: [
      ['{ is: "equal", to: { epoch: from.epoch, position: from.position, hash: from.hash } }', '{ is: "present" }'],
    ],
    caughtBy: "target: a booking that commits between the reads of another loses nothing",
  },
  {
    name: "folded-facts-share-a-position",
    file: BOOK,
    changes: [
      [
        "draftEntry(books, head, { recorded, part, related }, balances)",
        "draftEntry(books, { ...head, position: from.position }, { recorded, part, related }, balances)",
      ],
    ],
    caughtBy: "target: facts booked together each have their position",
  },
  {
    name: "part-booked-twice",
    file: "core/src/ledger/entry.ts",
    changes: [["= entryKey(merchantId, factId, part);", "= entryKey(merchantId, factId, part === 0 ? 0 : position);"]],
    caughtBy: "target: the parts of a long fact delivered again are booked once",
  },
  {
    name: "exception-raised-twice",
    file: "core/src/ledger/exception.ts",
    changes: [['open && (!current || current.status === "closed")', "open"]],
    caughtBy: "target: an open exception is not raised again",
  },
  {
    name: "refused-without-a-look",
    file: "core/src/selling/sale/commands.ts",
    changes: [
      [
        'if (!stored) return { status: "refused", failures };',
        'if (stored || !stored) return { status: "refused", failures };',
      ],
    ],
    caughtBy: "target: a sale whose first answer was lost is not refused when it comes again",
  },
  {
    name: "chain-not-checked",
    file: "core/src/ledger/verify.ts",
    changes: [["if (stored.previous !== storedHash)", "if (false)"]],
    caughtBy: "target: a cut link of the chain is reported",
  },
];

export const CANARIES: readonly Canary[] = [
  ...LEDGER.map((canary) => ({ ...canary, targets: "targets.test.ts" as const })),
  ...GUARDS.map((canary) => ({ ...canary, targets: "input-targets.test.ts" as const })),
  ...REPORTS.map((canary) => ({ ...canary, targets: "report-targets.test.ts" as const })),
  ...OPERATIONS.map((canary) => ({ ...canary, targets: "operations-targets.test.ts" as const })),
];

/** The source with its bug. Throws when a text is not there exactly once: the canary is out of date. */
export function planted(canary: Canary, source: string): string {
  let code = source;
  for (const [find, replacement] of canary.changes) {
    const pattern = new RegExp(find.trim().split(/\s+/).map(escaped).join("\\s+"), "g");
    const count = [...code.matchAll(pattern)].length;
    if (count !== 1) throw new Error(`Canary ${canary.name}: "${find}" stands ${count} times in ${canary.file}`);
    code = code.replace(pattern, () => replacement);
  }
  return code;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
