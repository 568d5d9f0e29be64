import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY, pageContract } from "../page.ts";

export const catalogContract: ModuleContract = pageContract("categoriesPage", EVERYBODY);
