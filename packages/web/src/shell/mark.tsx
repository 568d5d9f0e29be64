/** The product's sign: a receipt. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1f6a55" />
      <path d="M9 7h14v18l-2.3-1.600L18.300 25 16 23.400 13.700 25l-2.400-1.600L9 25z" fill="#f6f6f2" />
      <path d="M12.500 12h7M12.500 16h7M12.500 20h4" stroke="#1f6a55" strokeWidth="1.800" strokeLinecap="round" />
    </svg>
  );
}
