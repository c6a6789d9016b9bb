import { useEffect, useState } from 'react';

type Pinyin = typeof import('pinyin-pro').pinyin;

let loaded: Pinyin | undefined;
const known = new Map<string, string[]>();

/** Initials and pinyin of a name, so that `ytsq` finds 月塘社区; the table of readings comes only when it is needed. */
export function useSounds(): (name: string) => readonly string[] {
  const [pinyin, setPinyin] = useState(() => loaded);
  useEffect(() => {
    let gone = false;
    if (loaded === undefined)
      void import('pinyin-pro').then((module) => {
        loaded = module.pinyin;
        if (!gone) setPinyin(() => loaded);
      });
    return () => {
      gone = true;
    };
  }, []);
  return (name) => {
    if (pinyin === undefined) return [];
    const before = known.get(name);
    if (before !== undefined) return before;
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
    const sounds = [syllables.map((syllable) => syllable.charAt(0)).join(''), syllables.join('')];
    known.set(name, sounds);
    return sounds;
  };
}
