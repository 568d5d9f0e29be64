import type { Messages } from "../messages.ts";
import { codes } from "./codes.ts";
import { common } from "./common.ts";
import { customers } from "./customers.ts";
import { exceptions } from "./exceptions.ts";
import { home } from "./home.ts";
import { products } from "./products.ts";
import { reports } from "./reports.ts";
import { sales } from "./sales.ts";
import { shell } from "./shell.ts";
import { stock } from "./stock.ts";
import { terminal } from "./terminal.ts";
import { terminals } from "./terminals.ts";

export const zh: Readonly<Record<keyof Messages, string>> = {
  ...codes,
  ...common,
  ...customers,
  ...exceptions,
  ...home,
  ...products,
  ...reports,
  ...sales,
  ...shell,
  ...stock,
  ...terminal,
  ...terminals,
};
