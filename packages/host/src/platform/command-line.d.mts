export class UsageError extends Error {
  override readonly name: "UsageError";
}

export interface Option {
  readonly type: "string" | "boolean" | "whole";
  readonly help: string;
  readonly short?: string;
  /** How help and errors name its value. */
  readonly value?: string;
  readonly multiple?: true;
  readonly required?: true;
  readonly default?: string | number;
  readonly choices?: readonly string[];
  /** Bounds of a whole number. */
  readonly from?: number;
  readonly to?: number;
}

export interface Positional {
  readonly value: string;
  readonly help: string;
  readonly optional?: true;
  /** Takes all that are left. */
  readonly many?: true;
}

type One<O extends Option> = O extends { type: "whole" }
  ? number
  : O extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string;
type OptionValue<O extends Option> = O extends { type: "boolean" }
  ? boolean
  : O extends { multiple: true }
    ? readonly One<O>[]
    : O extends { required: true } | { default: string | number }
      ? One<O>
      : One<O> | undefined;
type PositionalValue<P extends Positional> = P extends { many: true }
  ? readonly string[]
  : P extends { optional: true }
    ? string | undefined
    : string;

type Options = Readonly<Record<string, Option>>;
type Positionals = Readonly<Record<string, Positional>>;

export interface Declaration<O extends Options, P extends Positionals> {
  readonly usage: string;
  readonly about: string;
  readonly options?: O;
  readonly positionals?: P;
  readonly notes?: string;
  readonly examples?: readonly string[];
  /** "0 done, 1 a failure, 2 not understood" */
  readonly exits?: string;
}

export interface CommandLine<Values> {
  readonly help: string;
  /** @throws UsageError */
  read(words: readonly string[]): Values;
}

export function commandLine<
  const O extends Options = Record<never, Option>,
  const P extends Positionals = Record<never, Positional>,
>(
  declaration: Declaration<O, P>,
): CommandLine<
  { readonly [Name in keyof O]: OptionValue<O[Name]> } & { readonly [Name in keyof P]: PositionalValue<P[Name]> }
>;
