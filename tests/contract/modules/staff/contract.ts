import type { ModuleContract } from "../../module-contract.ts";
import { pageContract } from "../page.ts";

export const staffContract: ModuleContract = pageContract("staffPage", ["owner"]);
