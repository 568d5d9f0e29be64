import type { Inputs, Model } from "./model.mjs";

export const COST_DOCUMENT: string;
export function textOf(models: readonly Model[]): string;
export function withFigures(text: string, inputs: Inputs): string;
