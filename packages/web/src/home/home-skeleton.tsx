import { SimpleGrid, Skeleton, Stack } from "@mantine/core";

export function HomeSkeleton() {
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "sm", md: "lg" }}>
        {["a", "b", "c", "d"].map((tile) => (
          <Skeleton key={tile} height={104} />
        ))}
      </SimpleGrid>
      <Skeleton height={300} />
    </Stack>
  );
}
