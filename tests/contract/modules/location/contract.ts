import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY, pageContract } from "../page.ts";

export const locationContract: ModuleContract = pageContract("locationsPage", EVERYBODY);
