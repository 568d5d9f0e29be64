interface Set {
  readonly platform: object;
}

export function fanOut(
  set: Set,
  measured: object,
  quotas: object,
  subscribers: number,
): { readonly milliseconds: number; readonly topicReadUnits: number };
export function locationLimits(
  set: Set,
  measured: object,
  quotas: object,
  factsTogether: number,
): {
  readonly bookingMilliseconds: number;
  readonly bySequence: number;
  readonly byPartition: number;
  readonly salesSecond: number;
};
