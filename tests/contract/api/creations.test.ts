import { present } from "@pos/core/base/result.ts";
import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { type GraphQLInputType, getNamedType, isEnumType, isNonNullType, isScalarType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Variables } from "../module-contract.ts";
import { goodRequests } from "./bad-input/good.ts";
import { ask } from "./bad-input/judge.ts";
import { picture } from "./bad-input/pictures.ts";
import { nameOf, OPERATIONS, type Operation, type Position, placed, valueAt } from "./bad-input/positions.ts";
import { closeStand, openStand, type Stand } from "./bad-input/stand.ts";

/**
 * Item 10. Every mutation of the schema that takes an id for what it creates: the same request is a replay, and one with any
 * other content is an `ID_CONFLICT`. The mutations and their fields are read from the schema.
 */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => closeStand(stand));

/** What is created and where its fields are: the id that no other created thing contains. */
interface Creation {
  readonly operation: Operation;
  /** The path of the object that is created. */
  readonly at: readonly string[];
}

/** Their id is kept with the record that they change: naming another record makes another request of it. */
const CHANGES: ReadonlySet<string> = new Set(["recallParkedSale", "countReceiptCopy"]);

const CREATIONS: readonly Creation[] = [...OPERATIONS.values()].flatMap((operation) => {
  if (CHANGES.has(operation.name)) return [];
  const isCreated = ({ path, within, type }: Position) =>
    operation.kind === "mutation" && within !== undefined && path.at(-1) === "id" && isNonNullType(type);
  const objects = operation.positions.filter(isCreated).map(({ path }) => path.slice(0, -1));
  const isPart = (path: readonly string[]) =>
    objects.some((other) => other.length < path.length && other.every((step, index) => path[index] === step));
  return objects.filter((path) => !isPart(path)).map((at) => ({ operation, at }));
});

/** Fields that are no content. Secrets: a hash of them beside the request would weaken their own. */
const NO_CONTENT = /\.operatorId$|^createStaff\.input\.(password|pin)$/;

/** Content that a change of this field alone would make malformed. */
const COUPLED =
  /^recordJournalEntry\.input\.postings\.0\.(account|amount)$|^createPromotion\.input\.kind$|(exchangeSale\.input|\.exchange)\.sale\.id$|\.cashBack$|\.payments\.0\.state$/;
/** A merchant's own method, and a gift card, are of one kind of payment; the line of a gift card is one. */
const isCoupled = (name: string, parent: unknown) =>
  COUPLED.test(name) ||
  (/\.payments(Back)?\.0\.method$/.test(name) && ["methodId", "giftCard"].some((field) => has(parent, field))) ||
  (/\.lines\.0\.quantity$/.test(name) && has(parent, "giftCard"));

function has(parent: unknown, field: string): boolean {
  return Object.hasOwn(Object(parent), field);
}

/** Other values, where the kind of the field does not suffice to make one. */
const OTHER: readonly (readonly [place: RegExp, other: (value: string) => unknown])[] = [
  [/\.giftCard(\.code)?$/, () => newCardCode(stand.counter.shop.clock.randomBytes(15))],
  [/\.logo$/, () => picture(0)],
  [/\.timeOfDay$/, () => "18:31"],
  [/\.timeZone$/, () => "Europe/Paris"],
  [/\.(email|recipients\.0)$/, (value) => `x${value}`],
  [/\.operatorNumber$/, (value) => String(Number(value) + 4_000)],
  [/\.tendered$/, (value) => Number(value) + 1],
  [/\.day$/, () => "2026-06-14"],
  [/\.(startsOn|endsOn)$/, () => "2026-06-15"],
  [/\.validUntil$/, () => "2026-06-16"],
  [/\.(startTime|endTime)$/, () => "10:31"],
];

function otherValue(position: Position, value: unknown): unknown {
  const special = OTHER.find(([place]) => place.test(nameOf(position)));
  return special ? special[1](String(value)) : otherOfType(position.type, value);
}

function otherOfType(type: GraphQLInputType, value: unknown): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().find(({ name }) => name !== value)?.name;
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value > 0 ? value - 1 : value + 1;
  if (named.name === "Decimal") return String(Number(value) + 1);
  if (named.name === "DateTime") return new Date(Date.parse(String(value)) - 60_000).toISOString();
  if (named.name === "ID") return stand.counter.shop.clock.newId(String(value).slice(0, 3) as "sal");
  return `${String(value)}9`;
}

/** Each request that differs from a good one in one field: of the element in a list, else of the whole input. */
function variations(variables: Variables, { operation, at }: Creation) {
  const root = at.includes("0") ? at : at.slice(0, 1);
  const own = operation.positions.filter(
    ({ path, type }) =>
      root.every((step, index) => path[index] === step) &&
      path.join(".") !== [...at, "id"].join(".") &&
      (isScalarType(getNamedType(type)) || isEnumType(getNamedType(type))) &&
      typeof valueAt(variables, path) !== "object",
  );
  return own.flatMap((position) => {
    const [name, value] = [nameOf(position), valueAt(variables, position.path)];
    const parent = valueAt(variables, position.path.slice(0, -1));
    if (value === undefined || NO_CONTENT.test(name) || isCoupled(name, parent)) return [];
    const other = otherValue(position, value);
    if (other === undefined) return [];
    const spoilt = present(placed(variables, { ...position, within: undefined }, other), name);
    return [{ name, variables: spoilt }];
  });
}

/** An `ID_CONFLICT` names the id: a batch by the index of its element. */
function conflictAt(at: readonly string[]): string {
  return `ID_CONFLICT ${[...at, "id"].join(".")}`;
}

test("every kind of thing that a client creates is here", () => {
  const named = CREATIONS.map(({ operation, at }) => [operation.name, ...at.slice(1)].join("."));
  for (const known of ["addVariant.variant", "createProduct", "completeSale", "syncFacts.facts.0.refund", "sendReport"])
    expect(named).toContain(known);
});

describe.each(CREATIONS.map((creation) => [[creation.operation.name, ...creation.at].join(" "), creation] as const))(
  "%s",
  (_, creation) => {
    const { operation, at } = creation;
    const sent = async () => {
      const all = await goodRequests(stand, operation.name);
      return all.filter(({ variables }) => valueAt(variables, at) !== undefined);
    };

    test(`${operation.name}: answers the same request again`, async () => {
      const requests = await sent();
      expect(requests.length).toBeGreaterThan(0);
      for (const good of requests) {
        expect((await ask(stand, operation.name, good)).outcome).toBe("answered");
        expect((await ask(stand, operation.name, good)).outcome).toBe("answered");
      }
    });

    test(`${operation.name}: rejects a known id with ID_CONFLICT when any field has another value`, async () => {
      const outcomes: [string, string][] = [];
      const wanted: [string, string][] = [];
      for (const good of await sent()) {
        expect((await ask(stand, operation.name, good)).outcome).toBe("answered");
        for (const { name, variables } of variations(good.variables, creation)) {
          const { outcome } = await ask(stand, operation.name, { token: good.token, variables });
          outcomes.push([name, outcome]);
          wanted.push([name, conflictAt(at)]);
        }
        expect((await ask(stand, operation.name, good)).outcome).toBe("answered");
      }
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes.filter(([, outcome], index) => outcome !== wanted[index]?.[1])).toEqual([]);
    });
  },
);
