import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const phrase = /[^，。：；？！]*[，。：；？！]+(?:[”）]|<\/b>)*|[^，。：；？！]+$/g;
const stops = '[，。：；？！、”）]*';
const whole = new RegExp(
  [
    `(?:最迟)?(?:\\d{4}年)?\\d+月\\d+日(?:（星期.）)?(?:\\d+:\\d+(?:开门|封存)?)?${stops}`,
    `\\d+个?(?:工作日|上班小时)${stops}`,
    `\\d+(?:天|样|元|份|件|趟)${stops}`,
    `[\\d-]{5,}${stops}`,
  ].join('|'),
  'g',
);
/** A phrase of about this many characters fits on the narrowest line that is still designed for. */
const lineOf = 16;
/** What is left of a long phrase moves as one when it has at least so many characters. */
const leftOver = 4;

interface Piece {
  words: string;
  strong: boolean;
}

/**
 * A sentence of the catalogue or of the office. `<b>…</b>` is said with weight. In Chinese a line breaks after a phrase,
 * and a date with its weekday, an amount with its unit and a phone number stay in one piece.
 */
export function Say({ text }: { text: string }): ReactNode {
  const { i18n } = useTranslation();
  const chinese = i18n.language !== 'en';
  const phrases = chinese ? (text.match(phrase) ?? [text]) : [text];
  let strong = false;
  return phrases.map((each, at) => {
    const pieces: Piece[] = [];
    for (const words of each.split(/(<\/?b>)/)) {
      if (words === '<b>' || words === '</b>') strong = words === '<b>';
      else if (words !== '') pieces.push({ words, strong });
    }
    const long = pieces.reduce((sum, { words }) => sum + words.length, 0) > lineOf;
    const inside = pieces.map((piece, part) => {
      const said = chinese && (long || phrases.length === 1) ? keepWhole(piece.words) : piece.words;
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      return piece.strong ? <strong key={part}>{said}</strong> : <Fragment key={part}>{said}</Fragment>;
    });
    return chinese && !long && phrases.length > 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <span key={at} className="phrase">
        {inside}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Fragment key={at}>{inside}</Fragment>
    );
  });
}

function keepWhole(words: string): ReactNode {
  const found = [...words.matchAll(whole)];
  if (found.length === 0) return words;
  const out: ReactNode[] = [];
  const keep = (at: number, kept: string) =>
    out.push(
      <span key={at} className="phrase">
        {kept}
      </span>,
    );
  const leave = (at: number, rest: string) => {
    if (rest.length >= leftOver && rest.length <= lineOf) keep(at, rest);
    else if (rest !== '') out.push(rest);
  };
  let from = 0;
  for (const match of found) {
    leave(from, words.slice(from, match.index));
    keep(match.index, match[0]);
    from = match.index + match[0].length;
  }
  leave(from, words.slice(from));
  return out;
}
