import type { CountedFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { ReactNode } from "react";
import type { Sort } from "./list-address.ts";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "end";
  /** Never broken into two lines. */
  readonly isShort?: boolean;
  /** On a phone a row is a card: its title, the value opposite, and below it the rest, `plain` without its label. Absent: `detail`. */
  readonly onPhone?: "title" | "value" | "detail" | "plain" | "hidden";
  /** What rows are sorted by at this column: offered while the whole list is there. */
  readonly sortBy?: (row: Row) => string | number | null | undefined;
  /** Hidden until the user chooses it. */
  readonly isExtra?: boolean;
  /** What is below the column of a whole list. */
  readonly sum?: (rows: readonly Row[]) => ReactNode;
}

export interface Sorting {
  readonly sort: Sort | null;
  readonly choose: (sort: Sort | null) => void;
  /** Columns by which the server sorts, whatever the page. */
  readonly byServer?: readonly string[];
}

export interface Selection<Row> {
  /** Their keys. */
  readonly selected: ReadonlySet<string>;
  readonly select: (keys: ReadonlySet<string>) => void;
  /** What a row is called. */
  readonly nameOf: (row: Row) => string;
  readonly isSelectable?: (row: Row) => boolean;
}

/** A page of a list by cursor, and the way to the others. */
export interface Paging {
  readonly page: number;
  readonly size: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** Of the whole list; null where the server does not count it. */
  readonly rowCount: CountedFragment | null;
  readonly toNext: () => void;
  readonly toPrevious: () => void;
  /** Begins again with pages of another size. */
  readonly resize: (size: number) => void;
}

/** Which columns of a list are shown, and how that is changed. */
export interface ColumnChoice {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly isShown: boolean }[];
  readonly show: (key: string, isShown: boolean) => void;
}
