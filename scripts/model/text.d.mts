import type { Inputs } from "./model.mjs";

export const COST_DOCUMENT: string;
export function withFigures(text: string, inputs: Inputs): string;
