import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const phrase = /[^，。：；？！]*[，。：；？！]+(?:[”）]|<\/b>)*|[^，。：；？！]+$/g;
const whole = /(?:最迟)?(?:\d{4}年)?\d+月\d+日(?:（星期.）)?(?:\d+:\d+)?|\d+个?(?:工作日|上班小时)|\d+(?:天|样|元|份|件|趟)|[\d-]{5,}/g;
/** A phrase of about this many characters fits on the narrowest line that is still designed for. */
const lineOf = 16;

/**
 * A sentence of the catalogue or of the office. `<b>…</b>` is said with weight. In Chinese a line breaks after a phrase, and
 * a date with its weekday, an amount with its unit and a phone number stay in one piece.
 */
export function Say({ text }: { text: string }): ReactNode {
  const { i18n } = useTranslation();
  const phrases = i18n.language === 'en' ? [text] : (text.match(phrase) ?? [text]);
  let strong = false;
  const pieces = phrases.map((each) => {
    const parts = each.split(/(<\/?b>)/).flatMap((words) => {
      if (words === '<b>' || words === '</b>') {
        strong = words === '<b>';
        return [];
      }
      return words === '' ? [] : [{ words, strong }];
    });
    return { parts, long: [...each.replace(/<\/?b>/g, '')].length > lineOf };
  });
  if (pieces.length === 1 && pieces[0]?.parts.length === 1 && !pieces[0].parts[0]?.strong && !pieces[0].long) return text;
  return pieces.map(({ parts, long }, at) => {
    const inside = parts.map(({ words, strong: heavy }, part) => {
      const kept = long ? keepWhole(words) : words;
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      return heavy ? <strong key={part}>{kept}</strong> : <Fragment key={part}>{kept}</Fragment>;
    });
    return long || pieces.length === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Fragment key={at}>{inside}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <span key={at} className="phrase">
        {inside}
      </span>
    );
  });
}

function keepWhole(words: string): ReactNode {
  const found = [...words.matchAll(whole)];
  if (found.length === 0) return words;
  let from = 0;
  const out: ReactNode[] = [];
  for (const match of found) {
    out.push(words.slice(from, match.index));
    out.push(
      <span key={match.index} className="whole">
        {match[0]}
      </span>,
    );
    from = match.index + match[0].length;
  }
  out.push(words.slice(from));
  return out;
}
