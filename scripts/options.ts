/** What a command was told: `read` takes it apart, and what is wrong with it is said in a sentence before anything begins. */
export function readOptions<Options>(read: () => Options): Options {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** A whole number that an option gives, both ends of its range counted. */
export function wholeNumber(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

/** Several of them with commas between them. */
export const wholeNumbers = (name: string, text: string, range: readonly [number, number]): number[] =>
  text.split(',').map((each) => wholeNumber(name, each, range));
