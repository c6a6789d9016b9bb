/** What was read last, by its key: of more than `most`, those go that nobody asked for longest. */
export interface Copies<Value> {
  readonly find: (key: string) => Value | undefined;
  readonly keep: (key: string, value: Value) => void;
}

export function createCopies<Value>(most: number): Copies<Value> {
  // A map keeps the order in which its entries came, so that what is asked for is put last again.
  const copies = new Map<string, Value>();
  const keep = (key: string, value: Value) => {
    copies.delete(key);
    copies.set(key, value);
    const [oldest] = copies.keys();
    if (copies.size > most && oldest !== undefined) copies.delete(oldest);
  };
  return {
    keep,
    find(key) {
      const value = copies.get(key);
      if (value !== undefined) keep(key, value);
      return value;
    },
  };
}
