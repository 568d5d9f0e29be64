/** The exports that the tests use. */
export function javaIsThere(): boolean;
export function startDynamodbLocal(options: {
  readonly port: number;
}): Promise<{ readonly endpoint: string; readonly stop: () => Promise<void>; readonly exited: Promise<unknown> }>;
