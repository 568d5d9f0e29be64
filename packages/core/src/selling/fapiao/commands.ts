import { canonicalJson, type Json } from "../../base/canonical.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import { reversalsAnywhere } from "../refund/index.ts";
import { getSale, type SaleFact } from "../sale/index.ts";
import {
  buyerProblems,
  cleanBuyer,
  type FapiaoBuyer,
  type FapiaoRequest,
  isInvoiceNumber,
  type SentBuyer,
} from "./model.ts";
import { findFapiaos } from "./queries.ts";
import { fapiaoPut } from "./records.ts";
import { amountsOf } from "./rules.ts";

export interface RequestFapiaoInput extends SentBuyer {
  readonly factId: string;
}

/** Asks for a sale's fapiao, or corrects what was asked for until it is issued. Sent twice, it is one request. */
export async function requestFapiao(context: Context, input: RequestFapiaoInput): Promise<Result<FapiaoRequest>> {
  authorize(context, "sale:read");
  const buyer = cleanBuyer(input);
  const problems = buyerProblems(buyer);
  if (problems.length > 0) return refused(...problems);
  const sale = await getSale(context, input.factId);
  if (!sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "factId"]));
  const back = await reversalsAnywhere(context, sale.id);
  const amounts = amountsOf(
    [sale, ...back].flatMap(({ lines }) => lines),
    sale.pricesIncludeTax,
  );
  if (amounts.total <= 0)
    return refused(failure("FAPIAO_WITHOUT_AMOUNT", "Nothing is left of the sale.", ["input", "factId"]));
  return retrying(context.clock, "fapiao request", () => asked(context, sale, buyer, amounts));
}

async function asked(
  context: Context,
  sale: SaleFact,
  buyer: FapiaoBuyer,
  amounts: ReturnType<typeof amountsOf>,
): Promise<Result<FapiaoRequest> | undefined> {
  const { table, clock, caller } = context;
  const [before] = await findFapiaos(context, [sale.id]);
  if (before && isSameAs(before, buyer, amounts)) return ok(before);
  if (before?.invoiceNumber !== undefined)
    return refused(failure("FAPIAO_ISSUED", "The fapiao of this sale is issued.", ["input", "factId"]));
  const request: FapiaoRequest = {
    ...{ id: sale.id, locationId: sale.locationId, receiptNumber: sale.receiptNumber, soldAt: sale.occurredAt },
    ...{ requestedAt: clock.now(), currency: sale.currency, version: (before?.version ?? 0) + 1 },
    ...buyer,
    ...amounts,
  };
  const written = await table.transact([
    fapiaoPut(caller.merchantId, request),
    auditWrite(context, caller.merchantId, "fapiao:request", sale.id),
  ]);
  return written.ok ? ok(request) : undefined;
}

function isSameAs(request: FapiaoRequest, buyer: FapiaoBuyer, { total, taxes }: ReturnType<typeof amountsOf>): boolean {
  const { buyerKind, title, taxNumber = null, email = null } = request;
  const of = (value: object) => canonicalJson(value as Json);
  const asked = { taxNumber: null, email: null, ...buyer, total, taxes };
  return of({ buyerKind, title, taxNumber, email, total: request.total, taxes: [...request.taxes] }) === of(asked);
}

export interface IssueFapiaoInput {
  readonly factId: string;
  readonly invoiceNumber: string;
  readonly version: number;
}

/** Notes the number of the fapiao that the merchant's software made. */
export async function issueFapiao(context: Context, input: IssueFapiaoInput): Promise<Result<FapiaoRequest>> {
  authorize(context, "fapiao:write");
  const { factId, version } = input;
  const invoiceNumber = input.invoiceNumber.trim();
  if (!isInvoiceNumber(invoiceNumber)) {
    const message = "A fapiao's number has 1 to 40 digits, letters and dashes.";
    return refused(failure("INVALID_FAPIAO_NUMBER", message, ["input", "invoiceNumber"]));
  }
  return changeVersioned<FapiaoRequest, FapiaoRequest>(context, {
    what: "fapiao request",
    version,
    async read() {
      const sale = await getSale(context, factId);
      const [request] = sale ? await findFapiaos(context, [sale.id]) : [];
      if (request) return ok(request);
      return refused(failure("UNKNOWN_FAPIAO", "No fapiao was asked for.", ["input", "factId"]));
    },
    ifApplied: (current) =>
      current.version === version + 1 && current.invoiceNumber === invoiceNumber ? current : undefined,
    async change(current) {
      const { clock, caller } = context;
      const value = { ...current, invoiceNumber, issuedAt: clock.now(), version: version + 1 };
      const audit = auditWrite(context, caller.merchantId, "fapiao:issue", current.id);
      return ok({ writes: [{ write: fapiaoPut(caller.merchantId, value) }, { write: audit }], value });
    },
  });
}
