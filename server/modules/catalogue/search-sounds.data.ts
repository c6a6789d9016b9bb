import { pinyin } from 'pinyin-pro';
import { han, neighbours, runsOf } from './search-words.rules.ts';

/** How a Chinese text sounds. */
export interface Sounds {
  /** laonianzheng of 老年证 */
  readonly full: string;
  /** lnz of 老年证 */
  readonly initials: string;
  /** lao_nian and nian_zheng of 老年证 */
  readonly pairs: readonly string[];
}

const heard = new Map<string, Sounds>();
const mostHeard = 200_000;

/** How the Chinese characters of a text sound, without tones; nothing where there are fewer than two. */
export function soundsOf(text: string): Sounds | undefined {
  const chinese = (text.match(han) ?? []).join('');
  if (chinese.length < 2) return undefined;
  const known = heard.get(chinese);
  if (known !== undefined) return known;
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array', v: true });
  const sounds = {
    full: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    pairs: soundPairsOf(syllables),
  };
  if (heard.size >= mostHeard) heard.clear();
  heard.set(chinese, sounds);
  return sounds;
}

/**
 * Neighbouring syllables as many people say and type them: z for zh, n for ng, l for n are one sound in half of the
 * country.
 */
function soundPairsOf(syllables: readonly string[]): string[] {
  return neighbours(syllables.map(plainSound)).map((pair) => pair.join('_'));
}

function plainSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/(?<=[aei])ng$/, 'n');
}

const initials = ['', ...'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ')];
const finals =
  'a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve'.split(
    ' ',
  );
const syllables = new Set(initials.flatMap((initial) => finals.map((final) => initial + final)));
const longestSyllable = 6;

/** Reads Latin letters as pinyin syllables, the longest first; nothing when they cannot be read so. */
export function syllablesOf(letters: string): string[] | undefined {
  const read = (from: number): string[] | undefined => {
    if (from === letters.length) return [];
    for (let length = Math.min(longestSyllable, letters.length - from); length > 0; length -= 1) {
      const syllable = letters.slice(from, from + length);
      if (!syllables.has(syllable)) continue;
      const rest = read(from + length);
      if (rest !== undefined) return [syllable, ...rest];
    }
    return undefined;
  };
  return letters.length > 60 ? undefined : read(0);
}

/** Latin letters that may be pinyin, with or without spaces: "lao nian zheng". */
export function lettersOf(text: string): string | undefined {
  const letters = text.replace(/[\s'’]/g, '');
  return /^[a-z]{2,}$/.test(letters) ? letters : undefined;
}

/** What the sound of a question adds to its words, each with the text that it was heard in. */
export function heardIn(asked: string, isKnown: (pair: string) => boolean): Map<string, string> {
  const letters = lettersOf(asked);
  if (letters !== undefined) {
    const typed = syllablesOf(letters);
    return new Map([letters, ...(typed === undefined ? [] : soundPairsOf(typed))].map((sound) => [sound, asked]));
  }
  const found = new Map<string, string>();
  for (const run of runsOf(asked)) {
    const characters = [...run];
    const strange = neighbours(characters).map(([a, b]) => !isKnown(a + b));
    if (!strange.some(Boolean)) continue;
    const sounds = soundsOf(run);
    if (sounds === undefined) continue;
    found.set(sounds.full, run);
    // What is spelt as we know it needs no guess.
    strange.forEach((is, at) => {
      const pair = sounds.pairs[at];
      if (is && pair !== undefined) found.set(pair, characters.slice(at, at + 2).join(''));
    });
  }
  return found;
}
