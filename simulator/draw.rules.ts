/**
 * What people of a simulation decide. Each draw follows from the seed, the number of the person and the name of the question
 * alone, never from the order of time: whoever asks again gets the same answer, whatever was asked in between.
 */
export interface Draws {
  /** From 0 to below 1. */
  share(person: number, question: string): number;
  /** A whole number from 0 to below `count`. */
  below(count: number, person: number, question: string): number;
  /** One of the words, by their weights. */
  weighted<Word extends string>(weights: Readonly<Record<Word, number>>, person: number, question: string): Word;
}

/** FNV-1a over the characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function drawsOf(seed: string): Draws {
  const start = hashOf(seed);
  const questions = new Map<string, number>();
  const hashed = (question: string) => {
    const known = questions.get(question);
    if (known !== undefined) return known;
    const hash = mix(start ^ hashOf(question));
    questions.set(question, hash);
    return hash;
  };
  const share = (person: number, question: string) =>
    mix(mix(hashed(question) + Math.imul(person, 0x9e3779b1)) ^ person) / 2 ** 32;
  return {
    share,
    below: (count, person, question) => Math.floor(share(person, question) * count),
    weighted(weights, person, question) {
      const words = Object.entries(weights) as [keyof typeof weights & string, number][];
      let left = share(person, question) * words.reduce((sum, [, weight]) => sum + weight, 0);
      const found = words.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      const word = (found ?? words.findLast(([, weight]) => weight > 0))?.[0];
      if (word === undefined) throw new Error(`Nothing to choose from: ${question}.`);
      return word;
    },
  };
}
