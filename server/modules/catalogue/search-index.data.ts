import { setImmediate as pause } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { LocalText } from '../../../contract/values.ts';
import { heardIn, lettersOf, soundsOf } from './search-sounds.data.ts';
import { bareOf, isChinese, pairsOf, segmentsOf, tidied, tokensOf, wordsOf } from './search-words.rules.ts';

/** What the index knows of an item. */
export interface SearchEntry {
  readonly itemId: string;
  /** Another key is another text: the entry is read again. */
  readonly key: string;
  readonly code: string;
  readonly name: LocalText;
  readonly brief: LocalText;
  /** Of the version and of the staff. */
  readonly aliases: readonly string[];
  /** It can only be read about here, not applied for. */
  readonly guideOnly: boolean;
}

/** An item that answers a question, and the person's own words that led to it. */
export interface Found {
  readonly itemId: string;
  readonly because: string[];
  /** False when only parts of words or of a description were met: it may be meant, or something else. */
  readonly sure: boolean;
}

/** A name to choose while typing; `alias` when the item is called so by that. */
export interface Suggestion {
  readonly itemId: string;
  readonly name: LocalText;
  readonly alias?: string;
}

/** Finds items by everyday words, pinyin or initials, in Chinese and English; the best first. */
export interface SearchIndex {
  /** Makes the index hold exactly these; only what changed is read again, and others are served in between. */
  keep(entries: readonly SearchEntry[]): Promise<void>;
  find(question: string): Found[];
  suggest(typed: string): Suggestion[];
  /** Whether a word stands in a name, an alias or a description. */
  knows(word: string): boolean;
}

interface Kept extends SearchEntry {
  /** Names and aliases, as they are compared. */
  readonly phrases: readonly {
    readonly text: string;
    readonly bare: string;
    readonly full: string;
    readonly initials: string;
  }[];
}

/** Entries read before others are served. */
const atOnce = 20;
const mostSuggestions = 6;
/** So many by name, and nothing else is looked for. */
const enoughSuggestions = 3;
/** What answers much worse than the best is no answer. */
const weakest = 0.08;

export function createSearchIndex(): SearchIndex {
  const kept = new Map<string, Kept>();
  const pairs = new Set<string>();
  const known = new Set<string>();
  const index = new MiniSearch<Kept>({
    idField: 'itemId',
    fields: ['name', 'aliases', 'brief', 'sounds', 'pairs'],
    extractField: (entry, field) => {
      switch (field) {
        case 'name':
        case 'brief':
          return `${entry[field].zh}\n${entry[field].en}`;
        case 'aliases':
          return entry.aliases.join('\n');
        case 'sounds':
          return entry.phrases.map(({ full, initials }) => `${full} ${initials}`).join(' ');
        case 'pairs':
          return entry.phrases.flatMap(({ text }) => soundsOf(text)?.pairs ?? []).join(' ');
        default:
          return entry.itemId;
      }
    },
    tokenize: (text, field) => {
      if (field === 'sounds' || field === 'pairs') return text.split(' ').filter(Boolean);
      return field === 'brief' ? wordsOf(text) : tokensOf(text);
    },
    processTerm: singular,
  });

  function take(entry: SearchEntry): void {
    const texts = [entry.name.zh, entry.name.en, ...entry.aliases].map(tidied).filter(Boolean);
    const phrases = [...new Set(texts)].map((text) => {
      const sounds = soundsOf(text);
      return { text, bare: bareOf(text), full: sounds?.full ?? '', initials: sounds?.initials ?? '' };
    });
    kept.set(entry.itemId, { ...entry, phrases });
    index.add({ ...entry, phrases });
    for (const text of texts) {
      for (const pair of pairsOf(text)) pairs.add(pair);
      for (const word of wordsOf(text)) known.add(word);
    }
    for (const text of [entry.brief.zh, entry.brief.en]) for (const word of wordsOf(text)) known.add(word);
  }

  function find(question: string): Found[] {
    const asked = tidied(question);
    const coded = [...kept.values()].find(({ code }) => tidied(code) === asked);
    if (coded !== undefined) return [{ itemId: coded.itemId, because: [asked], sure: true }];
    const bare = bareOf(asked);
    const parts = segmentsOf(asked);
    // 证丢 of 身份证丢了 is no word: it stands in the name of every card that can be lost.
    const meant = (match: Record<string, string[]>) =>
      Object.entries(match).some(
        ([term, fields]) =>
          fields.some((field) => field !== 'brief' && field !== 'pairs') &&
          (!isChinese(term) || parts.some((part) => part.includes(term))),
      );
    const sounds = heardIn(asked, (pair) => pairs.has(pair));
    const found = index
      .search(asked, {
        tokenize: (text) => [...tokensOf(text), ...sounds.keys()],
        boost: { name: 3, aliases: 2, sounds: 1.5, brief: 0.5, pairs: 0.5 },
        bm25: { k: 1.2, b: 0.3, d: 0.5 },
        prefix: (term) => /^[a-z0-9]{2,}$/.test(term),
        fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? (term.length < 10 ? 1 : 2) : false),
        // One everyday word of a description is no answer, and one pair of sounds is none; two are.
        filter: ({ match }) =>
          Object.keys(match).length > 1 ||
          Object.values(match).some((fields) => fields.some((field) => field !== 'brief' && field !== 'pairs')),
      })
      .flatMap(({ id, score, queryTerms, match }) => {
        const entry = kept.get(id as string);
        if (entry === undefined) return [];
        const near = closeness(entry.phrases, bare);
        return [
          {
            entry,
            isExact: near >= exact,
            sure: near > 1 || meant(match),
            score: score * near,
            plain: score,
            queryTerms,
          },
        ];
      })
      .toSorted((a, b) =>
        a.isExact && b.isExact
          ? Number(a.entry.guideOnly) - Number(b.entry.guideOnly) || b.score - a.score
          : Number(b.isExact) - Number(a.isExact) || b.score - a.score,
      );
    const best = Math.max(0, ...found.map(({ plain }) => plain));
    return found
      .filter(({ isExact, plain }) => isExact || plain >= best * weakest)
      .map(({ entry, sure, queryTerms }) => {
        const met = queryTerms.map((term) => sounds.get(term) ?? term);
        const texts = entry.phrases.map(({ text }) => text);
        return { itemId: entry.itemId, because: wordsBehind(asked, texts, new Set(met)), sure };
      });
  }

  function suggest(typed: string): Suggestion[] {
    const asked = tidied(typed);
    if (asked === '') return [];
    const letters = lettersOf(asked);
    const ranked = [...kept.values()]
      .flatMap((entry) => {
        const [rank, alias] = suggested(entry, asked, letters);
        return rank === undefined ? [] : [{ entry, alias, rank: rank + (entry.guideOnly ? 0.5 : 0) }];
      })
      .toSorted((a, b) => a.rank - b.rank || a.entry.name.zh.length - b.entry.name.zh.length);
    const chosen = ranked
      .slice(0, mostSuggestions)
      .map(({ entry: { itemId, name }, alias }) => ({ itemId, name, ...(alias !== undefined && { alias }) }));
    const tooShort = letters === undefined ? 2 : 4;
    if (chosen.length >= enoughSuggestions || asked.length < tooShort) return chosen;
    const others = find(asked).flatMap(({ itemId }): Suggestion[] => {
      const entry = kept.get(itemId);
      return entry === undefined || chosen.some((each) => each.itemId === itemId) ? [] : [{ itemId, name: entry.name }];
    });
    return [...chosen, ...others].slice(0, mostSuggestions);
  }

  return {
    async keep(entries) {
      const wanted = new Map(entries.map((entry) => [entry.itemId, entry]));
      for (const { itemId, key } of [...kept.values()]) {
        if (wanted.get(itemId)?.key === key) continue;
        index.discard(itemId);
        kept.delete(itemId);
      }
      const missing = entries.filter(({ itemId }) => !kept.has(itemId));
      for (const [at, entry] of missing.entries()) {
        take(entry);
        if (at % atOnce === atOnce - 1) await pause();
      }
    },
    find,
    suggest,
    knows: (word) => known.has(word),
  };
}

/** From here on the question is the item's own name or alias, and wins. */
const exact = 4;

/** How near the item's own words come to the question: the whole of a name or alias, its sound, or one inside the question. */
function closeness(phrases: Kept['phrases'], asked: string): number {
  const letters = lettersOf(asked);
  let near = 1;
  for (const { text, bare, full, initials } of phrases) {
    if (text === asked || bare === asked) return exact * 3;
    if (letters !== undefined && full === letters) near = Math.max(near, exact * 2);
    else if (letters !== undefined && initials === letters) near = Math.max(near, exact);
    else if (text.length > 1 && asked.includes(text)) near = Math.max(near, 1 + (2 * text.length) / asked.length);
  }
  return near;
}

/** How well what was typed so far begins or lies in a name, an alias or their sound; the lower the better. */
function suggested(
  { phrases, name }: Kept,
  asked: string,
  letters: string | undefined,
): [rank?: number, alias?: string] {
  let best: [rank?: number, alias?: string] = [];
  const offer = (rank: number, text: string) => {
    if (best[0] !== undefined && best[0] <= rank) return;
    best = text === tidied(name.zh) || text === tidied(name.en) ? [rank] : [rank + 1, text];
  };
  for (const { text, full, initials } of phrases) {
    if (text.startsWith(asked)) offer(0, text);
    else if (text.includes(asked)) offer(2, text);
    else if (letters !== undefined && (full.startsWith(letters) || initials.startsWith(letters))) offer(4, text);
  }
  return best;
}

/** The parts of the question that are names or aliases of the item, then other words and characters that were met, in their order. */
function wordsBehind(asked: string, phrases: readonly string[], met: ReadonlySet<string>): string[] {
  const parts = segmentsOf(asked);
  const whole = [...phrases.toSorted((a, b) => b.length - a.length), ...parts.filter((part) => met.has(part))];
  const pairs = [...met].filter(isChinese);
  // Which phrase each character belongs to; neighbouring pairs make one phrase.
  const owners = new Array<number | undefined>(asked.length);
  const take = (phrase: string, owner: number) => {
    const at = phrase === '' ? -1 : asked.indexOf(phrase);
    const isFree = owners.slice(at, at + phrase.length).every((other) => other === undefined || other === pairOwner);
    if (at >= 0 && isFree) owners.fill(owner, at, at + phrase.length);
  };
  whole.forEach(take);
  for (const pair of pairs) take(pair, pairOwner);
  const because: string[] = [];
  owners.forEach((owner, at) => {
    if (owner === undefined) return;
    if (at > 0 && owners[at - 1] === owner) because.push(`${because.pop() ?? ''}${asked.charAt(at)}`);
    else because.push(asked.charAt(at));
  });
  return because.length > 0 ? because : [asked];
}

const pairOwner = -1;

/** companies and company are one English word. */
function singular(term: string): string {
  return /^[a-z]{4,}$/.test(term) ? term.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '') : term;
}
