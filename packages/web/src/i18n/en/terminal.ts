/** The terminal's page. */
export const terminal = {
  "terminal.title": "Terminal",
} as const;
