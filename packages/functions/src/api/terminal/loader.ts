import { findTerminals } from "@pos/core/people/terminal/index.ts";
import { batched } from "../loader.ts";

export const terminalLoader = batched(findTerminals);
