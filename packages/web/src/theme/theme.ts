import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The colour of what can be done: a deep pine that is calm on paper and clear in the dark. */
const pine: MantineColorsTuple = [
  "#eef6f3",
  "#dcebe5",
  "#b6d6ca",
  "#8cc0ad",
  "#68ad94",
  "#4a9a80",
  "#2f8068",
  "#1f6a55",
  "#175545",
  "#0e4134",
];

/** A dark ground with a breath of green in its grey. */
const dark: MantineColorsTuple = [
  "#d5dcd9",
  "#b3bdb9",
  "#94a09b",
  "#65716c",
  "#434d49",
  "#333c39",
  "#262e2b",
  "#1b2220",
  "#151b19",
  "#0f1412",
];

const gray: MantineColorsTuple = [
  "#f8f8f5",
  "#f1f1ed",
  "#e6e6e1",
  "#d8d9d3",
  "#c4c6bf",
  "#a3a69f",
  "#757a74",
  "#505652",
  "#363c39",
  "#212724",
];

export const theme = createTheme({
  colors: { pine, dark, gray },
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: "#1d2421",
  defaultRadius: "md",
  fontFamily:
    'ui-sans-serif, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
});
