import type { IdRow, ModuleContract, NumberRow } from "../../module-contract.ts";
import { MANAGERS } from "../page.ts";

const LONG = `1${"0".repeat(5_000)}`;
const unreadable = (expected: string, ...more: readonly string[]): NumberRow =>
  [...more, "1.0001", "0.0009", "10000000", LONG, `-${LONG}`].map((value) => [value, expected]);

const LOCATION: IdRow = {
  ...{ kind: "loc", unknown: "UNKNOWN_LOCATION" },
  ...{ foreign: "locationId", located: "locationId" },
};

export const stockContract: ModuleContract = {
  good: {
    recordStockTake: ({ own, counter }) => ({
      token: counter.owner,
      variables: {
        input: {
          id: counter.shop.clock.newId("adj"),
          locationId: own.locationId,
          occurredAt: counter.shop.clock.now(),
          note: "The shelf at the window",
          lines: [{ variant: { sku: "SKU-0002" }, counted: "3", expected: "2" }],
        },
      },
    }),
  },
  callers: {
    recordStockTake: {
      document:
        'mutation { recordStockTake(input: { id: "x", locationId: "x", occurredAt: "2026-06-15T09:00:00Z", lines: [] }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    recordStockTake: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "recordStockTake.input.id": { kind: "adj", malformed: "INVALID_ID" },
    "recordStockTake.input.locationId": LOCATION,
    "recordStockTake.input.lines.0.variant.id": {
      kind: "var",
      unknown: "UNKNOWN_VARIANT <",
      foreign: "variantId",
    },
  },
  numbers: {
    "recordStockTake.input.lines.0.counted": unreadable("INVALID_QUANTITY input.lines.0.counted", "-1", "-0.001"),
    "recordStockTake.input.lines.0.expected": unreadable("INVALID_QUANTITY input.lines.0.expected"),
  },
  texts: {
    "recordStockTake.input.note": { max: 500, code: "INVALID_NOTE" },
    "recordStockTake.input.lines.0.variant.sku": { max: 64, code: "UNKNOWN_VARIANT", up: 1 },
    "recordStockTake.input.lines.0.variant.barcode": { max: 64, code: "UNKNOWN_VARIANT", up: 1 },
  },
  lists: {
    "recordStockTake.input.lines": {
      empty: "INVALID_LINES input.lines",
      long: 2001,
      element: () => ({ variant: { sku: "SKU-0001" }, counted: "1" }),
      tooLong: "INVALID_LINES input.lines",
    },
  },
  instants: ["recordStockTake"],
};
