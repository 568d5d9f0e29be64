import type { Load, Profile, Rounded } from "./usage.mjs";

export interface Measured {
  readonly measuredAt: string;
  readonly paths: { readonly [path: string]: Rounded };
  readonly bytes: { readonly eventFrame: number; readonly reportMail: number };
}

export interface Inputs {
  readonly profile: Profile;
  readonly measured: Measured;
  readonly prices: object;
}

export interface Model {
  readonly cost: {
    readonly lines: readonly { readonly part: string; readonly dollars: number; readonly isPart?: true }[];
    readonly total: number;
  };
  readonly perTerminal: number;
}

export const SIZES: readonly number[];
export function readInputs(): Inputs;
export function modelOf(
  inputs: Inputs,
  asked: { readonly terminals: number; readonly region?: string; readonly load?: Partial<Load> },
): Model;
