import type { Json } from "@pos/core/base/canonical.ts";
import type { Result } from "@pos/core/base/result.ts";
import { isTimeZone } from "@pos/core/base/time.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { type Command, CommandFailed, UsageError, withArguments } from "../../control/command.ts";

interface NewMerchant extends Readonly<Record<string, Json>> {
  readonly name: string;
  readonly currency: string;
  readonly email: string;
  readonly location: string;
  readonly timeZone: string;
}

/** Creates the first merchant of a table. Access to the table is enough, since no user exists yet who could sign in. */
export const merchantCreateCommand: Command<NewMerchant> = {
  ...withArguments(
    {
      name: "merchant create",
      about: `
Makes a merchant, an owner who signs in with the address and the password that is printed once, and a first location. Prices
include tax, and there is one tax code, "No tax", beside which the owner makes others.`,
      positionals: {
        name: { value: "NAME", help: "of the merchant" },
        currency: { value: "CURRENCY", help: "three letters, e.g. EUR" },
        email: { value: "EMAIL", help: "the owner's" },
        location: { value: "LOCATION", help: "a name for the first location" },
        timeZone: { value: "TIME-ZONE", help: "where it is, e.g. Europe/Berlin" },
      },
      examples: [
        `POS_TABLE=pos-production npm run -s pos -- merchant create "Lantern & Thread" GBP owner@shop.example "Main Street" Europe/London`,
      ],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    (wanted) => {
      // Found out here, before there is a merchant without a location.
      if (!isTimeZone(wanted.timeZone))
        throw new UsageError(`"${wanted.timeZone}" is no time zone: name one as the IANA does, e.g. Europe/Berlin.`);
      return wanted;
    },
  ),
  summary: "makes a merchant with an owner and a first location",
  alone: true,
  mayBegin: true,
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
