/**
 * A row whose dialog is open, as the list has it now: after a version conflict the dialog goes on with what is stored.
 * @returns the row as it was opened where the list no longer has it
 */
export function latestOf<Row>(opened: Row, rows: readonly Row[] | undefined, keyOf: (row: Row) => string): Row {
  return rows?.find((row) => keyOf(row) === keyOf(opened)) ?? opened;
}
