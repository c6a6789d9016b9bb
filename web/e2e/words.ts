import { createInstance, type TFunction } from 'i18next';
import * as english from '../src/surfaces/resident/words.en.ts';
import * as chinese from '../src/surfaces/resident/words.ts';
import type { Language } from '../src/ui/day.ts';
import { draws as englishDraws } from '../src/words/en/draws.ts';
import { entry as englishEntry } from '../src/words/en/entry.ts';
import { guidePage as englishGuide } from '../src/words/en/guide.ts';
import { lists as englishLists } from '../src/words/en/lists.ts';
import { myCommitments as englishCommitments } from '../src/words/en/my-commitments.ts';
import { pages as englishPages } from '../src/words/en/pages.ts';
import { publicNotices as englishNotices } from '../src/words/en/public-notices.ts';
import { refusals as englishRefusals } from '../src/words/en/refusals.ts';
import { staff as englishStaff } from '../src/words/en/staff.ts';
import * as englishStates from '../src/words/en/states.ts';
import { why as englishWhy } from '../src/words/en/why.ts';
import { draws as chineseDraws } from '../src/words/zh-CN/draws.ts';
import { entry as chineseEntry } from '../src/words/zh-CN/entry.ts';
import { guidePage as chineseGuide } from '../src/words/zh-CN/guide.ts';
import { lists as chineseLists } from '../src/words/zh-CN/lists.ts';
import { myCommitments as chineseCommitments } from '../src/words/zh-CN/my-commitments.ts';
import { pages as chinesePages } from '../src/words/zh-CN/pages.ts';
import { publicNotices as chineseNotices } from '../src/words/zh-CN/public-notices.ts';
import { refusals as chineseRefusals } from '../src/words/zh-CN/refusals.ts';
import { staff as chineseStaff } from '../src/words/zh-CN/staff.ts';
import * as chineseStates from '../src/words/zh-CN/states.ts';
import { why as chineseWhy } from '../src/words/zh-CN/why.ts';

type Namespaces = ['resident', 'staff', 'refusals', 'states', 'outcomes', 'why', 'lists', 'publicNotices'];
const namespaces: Namespaces = ['resident', 'staff', 'refusals', 'states', 'outcomes', 'why', 'lists', 'publicNotices'];

/** What the screens say, from the catalogues that the screens themselves read. */
export interface Words {
  /** A sentence without its marks of weight, as somebody reads it. */
  readonly t: TFunction<Namespaces>;
  /** A sentence of which some facts are not known beforehand: they are left out of `t` and match anything. */
  like(sentence: string): RegExp;
  /** Whatever begins with these words. */
  starting(words: string): RegExp;
  /** The one text of a pair in the reader's language. */
  of(pair: { zh: string; en: string }): string;
}

const resources = {
  'zh-CN': {
    ...chinese,
    resident: {
      ...chinese.resident,
      ...chineseEntry,
      ...chinesePages,
      ...chineseGuide,
      ...chineseCommitments,
      ...chineseDraws,
      signIn: { ...chinese.resident.signIn, ...chineseEntry.signIn },
    },
    ...chineseStates,
    why: chineseWhy,
    publicNotices: chineseNotices,
    lists: chineseLists,
    staff: chineseStaff,
    refusals: chineseRefusals,
  },
  en: {
    ...english,
    resident: {
      ...english.resident,
      ...englishEntry,
      ...englishPages,
      ...englishGuide,
      ...englishCommitments,
      ...englishDraws,
      signIn: { ...english.resident.signIn, ...englishEntry.signIn },
    },
    ...englishStates,
    why: englishWhy,
    publicNotices: englishNotices,
    lists: englishLists,
    staff: englishStaff,
    refusals: englishRefusals,
  },
};
const unknown = '\u0000';

export async function wordsOf(language: Language): Promise<Words> {
  const words = createInstance();
  await words
    .use({
      type: 'postProcessor',
      name: 'unmarked',
      process: (sentence: string) => sentence.replace(/<\/?b>/g, ''),
    })
    .init({
      lng: language,
      resources,
      ns: namespaces,
      postProcess: ['unmarked'],
      interpolation: { escapeValue: false },
      missingInterpolationHandler: () => unknown,
    });
  return {
    t: words.getFixedT(language, namespaces) as never,
    like: (sentence) => new RegExp(sentence.split(unknown).map(escaped).join('.+')),
    starting: (said) => new RegExp(`^${escaped(said)}`),
    of: ({ zh, en }) => (language === 'en' ? en : zh),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
