import type { CreateStaffInput, StaffRowFragment, UpdateStaffInput } from "@pos/web/graphql/generated/graphql.ts";

export const ROLES = ["CASHIER", "MANAGER", "OWNER"] as const;

/** What the form of a person contains. */
export interface StaffDraft {
  readonly name: string;
  readonly role: (typeof ROLES)[number];
  /** None: all locations. */
  readonly locationIds: readonly string[];
  readonly isAtRegister: boolean;
  readonly operatorNumber: string;
  /** Empty: as it is. */
  readonly pin: string;
  readonly isAtDashboard: boolean;
  readonly email: string;
  /** Empty: as it is. */
  readonly password: string;
}

const NUMBER_FIRST = 1001;

/** A new cashier with the next free number. */
export function newDraft(takenNumbers: readonly string[]): StaffDraft {
  const highest = Math.max(NUMBER_FIRST - 1, ...takenNumbers.map(Number).filter((number) => number < 1_000_000));
  return {
    ...{ name: "", role: "CASHIER", locationIds: [] },
    ...{ isAtRegister: true, operatorNumber: String(highest + 1), pin: "" },
    ...{ isAtDashboard: false, email: "", password: "" },
  };
}

export function draftOf({ name, role, locations, operatorNumber, email }: StaffRowFragment): StaffDraft {
  return {
    ...{ name, role, locationIds: locations?.nodes.map(({ id }) => id) ?? [] },
    ...{ isAtRegister: operatorNumber !== null, operatorNumber: operatorNumber ?? "", pin: "" },
    ...{ isAtDashboard: email !== null, email: email ?? "", password: "" },
  };
}

export function newStaffOf(id: string, draft: StaffDraft): CreateStaffInput {
  const { name, role, locationIds, isAtRegister, operatorNumber, pin, isAtDashboard, email, password } = draft;
  return {
    ...{ id, name: name.trim(), role },
    ...(locationIds.length === 0 ? {} : { locationIds: [...locationIds] }),
    ...(isAtRegister ? { operatorNumber: operatorNumber.trim(), pin } : {}),
    ...(isAtDashboard ? { email: email.trim(), password } : {}),
  };
}

/** Only what was changed: null removes. */
export function changeOf(
  { id, version }: Pick<StaffRowFragment, "id" | "version">,
  before: StaffDraft,
  draft: StaffDraft,
): UpdateStaffInput {
  const numberOf = (one: StaffDraft) => (one.isAtRegister ? one.operatorNumber.trim() : null);
  const emailOf = (one: StaffDraft) => (one.isAtDashboard ? one.email.trim() : null);
  const placesOf = (one: StaffDraft) => (one.locationIds.length === 0 ? null : [...one.locationIds].sort());
  const arePlacesChanged = JSON.stringify(placesOf(before)) !== JSON.stringify(placesOf(draft));
  return {
    ...{ staffId: id, version },
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.role === before.role ? {} : { role: draft.role }),
    ...(arePlacesChanged ? { locationIds: placesOf(draft) } : {}),
    ...(numberOf(draft) === numberOf(before) ? {} : { operatorNumber: numberOf(draft) }),
    ...(draft.isAtRegister && draft.pin !== "" ? { pin: draft.pin } : {}),
    ...(emailOf(draft) === emailOf(before) ? {} : { email: emailOf(draft) }),
    ...(draft.isAtDashboard && draft.password !== "" ? { password: draft.password } : {}),
  };
}
