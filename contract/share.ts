/**
 * A share with two places, never rounded up to the whole, or an average with two; nothing where there is nothing to divide by. It is
 * said beside its two numbers only.
 */
export function shareOf(part: number, whole: number, unit: 'percent' | 'average' = 'percent'): string | undefined {
  if (whole === 0) return undefined;
  if (unit === 'average') return (part / whole).toFixed(2);
  const share = (100 * part) / whole;
  return `${(share < 100 ? Math.min(share, 99.99) : share).toFixed(2)}%`;
}
