import { Alert, Select } from "@mantine/core";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { ImportPriceListsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";

const FRESH = { additionalTypenames: ["PriceList"] };

/** The list whose prices a file has: those that are not ended. */
export function PriceListChoice({
  value,
  onChange,
  isFixed,
}: {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** A file was chosen for it. */
  readonly isFixed: boolean;
}) {
  const { t } = useI18n();
  const [state, refetch] = useQuery({
    query: ImportPriceListsDocument,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
      {({ priceLists }) => {
        const lists = (priceLists ?? []).filter((list) => list.state !== "ENDED");
        if (lists.length === 0) return <Alert color="orange">{t("import.noPriceLists")}</Alert>;
        return (
          <Select
            label={t("import.priceList")}
            w="fit-content"
            maw="100%"
            searchable
            allowDeselect={false}
            data={lists.map(({ id, name }) => ({ value: id, label: name }))}
            disabled={isFixed}
            value={value}
            onChange={onChange}
          />
        );
      }}
    </QueryResult>
  );
}
