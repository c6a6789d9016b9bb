/** A well-formed number of the years from 1900 on, which no living person holds; another one for each person. */
export function personNumber(person: number): string {
  const born = Temporal.PlainDate.from('1900-01-02')
    .add({ days: Math.floor(person / 1000) })
    .toString()
    .replaceAll('-', '');
  const body = `431302${born}${String(person % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11];
}

/** A mobile number of the series that the demo's people have. */
export const phoneOf = (person: number) => `130${String(person).padStart(8, '0')}`;
