import type { ICUArgs } from "use-intl/core";

/** What the other languages have of a noun: the keys of its `en.ts`. */
export type Translation<English> = Readonly<Record<keyof English, string>>;

/** What a message leaves open, by the ICU arguments that it contains. */
export type ValuesOf<Text extends string> = (
  Text extends unknown
    ? (
        values: ICUArgs<Text, { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date }>,
      ) => void
    : never
) extends (values: infer Values) => void
  ? keyof Values extends never
    ? [values?: undefined]
    : [values: Readonly<Values>]
  : never;
