import { LOGO } from "../../api/bad-input/pictures.ts";
import type { ModuleContract } from "../../module-contract.ts";
import { addressTexts } from "../merchant/contract.ts";
import { EVERYBODY, pageContract } from "../page.ts";

const list = pageContract("locationsPage", EVERYBODY);
const HOURS = [-1, 12, 24, 2 ** 31 - 1, -(2 ** 31)].map((hour) => [hour, "INVALID_DAY_END input.dayEndHour"] as const);
const VERSIONS = [0, -1, 99, 2 ** 31 - 1, -(2 ** 31)].map(
  (version) => [version, "VERSION_CONFLICT input.version"] as const,
);
const FOOTER = { max: 500, code: "INVALID_FOOTER", hasLines: true } as const;

const PICTURE = { max: 65_576, code: "INVALID_LOGO" } as const;

export const locationContract: ModuleContract = {
  good: {
    ...list.good,
    async updateLocation({ counter, own }) {
      const { locationId } = own;
      const { data } = await counter.api.call("{ locations { id version } }", { token: counter.owner });
      const [{ version }] = data.locations.filter(({ id }: { id: string }) => id === locationId);
      const where = {
        address: "1 High Street\nLondon",
        phone: "020 7946 0000",
        taxNumber: "GB 123",
        ...{ header: "Books and toys", receiptLanguage: "EN" },
        ...{ footer: "Open daily", logo: LOGO },
      };
      const input = { locationId, name: "High Street", timeZone: "Europe/London", dayEndHour: 0, ...where, version };
      return { token: counter.owner, variables: { input } };
    },
  },
  callers: {
    ...list.callers,
    updateLocation: {
      document: `mutation { updateLocation(input: { locationId: "x", dayEndHour: 12, version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  rights: { updateLocation: ["owner"] },
  ids: {
    "updateLocation.input.locationId": { kind: "loc", unknown: "UNKNOWN_LOCATION", foreign: "locationId" },
  },
  texts: {
    ...list.texts,
    ...addressTexts("updateLocation"),
    ...addressTexts("createLocation"),
    "updateLocation.input.footer": FOOTER,
    "createLocation.input.footer": FOOTER,
    "updateLocation.input.logo": PICTURE,
    "createLocation.input.logo": PICTURE,
    "updateLocation.input.name": { max: 200, code: "INVALID_NAME" },
    "updateLocation.input.timeZone": { max: 64, code: "INVALID_TIME_ZONE" },
  },
  numbers: {
    ...list.numbers,
    "createLocation.input.dayEndHour": HOURS,
    "updateLocation.input.dayEndHour": HOURS,
    "updateLocation.input.version": VERSIONS,
  },
};
