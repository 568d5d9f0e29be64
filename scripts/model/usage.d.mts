/** The usage of a code path in the tables. */
export interface Rounded {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly storedBytes: number;
  readonly rounds: number;
}

export type Load = { readonly [assumed: string]: number };

export interface Profile {
  readonly load: Load;
  readonly clock: {
    readonly homeQueriesPerEvent: number;
    readonly sweepEveryMinutes: number;
    readonly sweepWindowMinutes: number;
  };
  readonly platform: object;
}

export function bookedUnitsEach(alone: number, ofTen: number, factsPerBooking: number): number;
export function countsOf(load: Load, clock: object): { readonly [count: string]: number };
export function processorMilliseconds(measured: number, name: string, platform: object): number;
export function readerInvocationsSecond(recordsSecond: number, shards: number, pollsSecond: number): number;
export function shardsOf(peakWriteUnitsSecond: number, storedGigabytes: number, quotas: object): number;
export function sum(values: readonly number[]): number;
