export function lambdaDollars(invocations: number, gigabyteSeconds: number, prices: object): number;
export function readDollars(readUnits: number, prices: object): number;
export function writeDollars(writeUnits: number, prices: object): number;
