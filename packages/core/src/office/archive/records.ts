import { customerMaster } from "../../customers/customer/index.ts";
import { catalogMasters } from "../../goods/catalog/index.ts";
import { taxesMaster } from "../../goods/tax/index.ts";
import type { MasterKind } from "../../people/access/index.ts";
import { locationMaster } from "../../people/location/index.ts";
import { merchantMaster } from "../../people/merchant/index.ts";
import { staffMaster } from "../../people/staff/index.ts";
import { terminalMaster } from "../../people/terminal/index.ts";

/** What facts name, in the order in which an export writes it: whatever a record needs stands before it. */
export const MASTERS: readonly MasterKind[] = [
  merchantMaster,
  taxesMaster,
  locationMaster,
  staffMaster,
  terminalMaster,
  ...catalogMasters,
  customerMaster,
];
