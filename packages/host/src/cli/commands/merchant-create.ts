import type { Json } from "@pos/core/base/canonical.ts";
import type { Result } from "@pos/core/base/result.ts";
import { isTimeZone } from "@pos/core/base/time.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { type Command, CommandFailed, noOptions, UsageError } from "../../control/command.ts";

interface NewMerchant extends Readonly<Record<string, Json>> {
  readonly name: string;
  readonly currency: string;
  readonly email: string;
  readonly location: string;
  readonly timeZone: string;
}

/** The first merchant of a table: whoever can reach the table makes it, since nobody can sign in yet. */
export const merchantCreateCommand: Command<NewMerchant> = {
  name: "merchant create",
  summary: "makes a merchant with an owner and a first location",
  alone: true,
  mayBegin: true,
  help: `
Usage: npm run -s pos -- merchant create NAME CURRENCY EMAIL LOCATION TIME-ZONE

Makes a merchant, an owner who signs in with the address and the password that is printed once, and a first location. Prices
include tax, and there is one tax code, "No tax", beside which the owner makes others.

  NAME       of the merchant
  CURRENCY   three letters, e.g. EUR
  EMAIL      the owner's
  LOCATION   a name for the first location
  TIME-ZONE  where it is, e.g. Europe/Berlin

Example:
  POS_TABLE=pos-production npm run -s pos -- merchant create "Lantern & Thread" GBP owner@shop.example "Main Street" Europe/London

Exit codes: 0 done, 1 a failure, 2 not understood.`,
  parse(words) {
    const [name, currency, email, location, timeZone, ...more] = noOptions(words);
    if (name === undefined || currency === undefined || email === undefined || location === undefined)
      throw new UsageError("merchant create takes a name, a currency, an address, a location and its time zone.");
    if (timeZone === undefined || more.length > 0)
      throw new UsageError("merchant create takes five words: put what has spaces in it between quotes.");
    // Found out here, before there is a merchant without a location.
    if (!isTimeZone(timeZone))
      throw new UsageError(`"${timeZone}" is no time zone: name one as the IANA does, e.g. Europe/Berlin.`);
    return { name, currency, email, location, timeZone };
  },
  async run({ table, clock }, { name, currency, email, location, timeZone }, output) {
    const [merchantId, taxCodeId] = [clock.newId("mer"), clock.newId("tax")];
    const password = Buffer.from(clock.randomBytes(15)).toString("base64url");
    const context = done(
      await signUp(table, clock, {
        merchant: { id: merchantId, name, currency, cashStep: 1 },
        taxes: {
          regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
          defaultCodeId: taxCodeId,
          codes: { [taxCodeId]: { id: taxCodeId, name: "No tax", rate: "0" } },
        },
        owner: { id: clock.newId("stf"), name: "Owner", email, password },
      }),
    );
    await output.line(JSON.stringify({ merchantId, email, password }));
    const made = done(
      await createLocation(context, { id: clock.newId("loc"), code: "MAIN", name: location, timeZone }),
    );
    await output.line(JSON.stringify({ locationId: made.id, name: made.name }));
    return 0;
  },
};

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommandFailed(result.failures.map(({ message }) => message).join(" "));
}
