import type { UseQueryResult } from '@tanstack/react-query';
import type { CallRefused } from '../../api/call.ts';
import { Paper, type PaperItem, type PaperPart } from '../../ui/staff/Paper.tsx';
import { Loading } from './Loading.tsx';
import type { Preview } from './preview.ts';
import { Refused } from './Refused.tsx';
import { useWords } from './words.ts';

/** 2026年3月12日, as documents write it in either language of the screen. */
function documentDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const betweenCells = ' | ';

/** A row of a table as the server joins it: its number first, its basis last. */
function listItem(line: string): PaperItem {
  const [, what = '', ...rest] = line.split(betweenCells);
  const basis = rest.pop() ?? '';
  return { what, says: rest, basis };
}

/** What stands between heading and signature, which are set by the sheet itself; a table becomes a numbered list. */
function body({ lines, organ, title, day }: Preview): PaperPart[] {
  const framed = new Set([organ, title, documentDay(day)]);
  const parts: PaperPart[] = [];
  for (const line of lines.filter((each) => !framed.has(each))) {
    const list = parts[parts.length - 1];
    if (!line.includes(betweenCells)) parts.push(line);
    else if (typeof list === 'object') list.push(listItem(line));
    else parts.push([]);
  }
  return parts;
}

/** The sheet that an act would produce, or why it cannot be produced yet. */
export function PreviewPaper({ preview }: { preview: UseQueryResult<Preview, CallRefused> }) {
  const { t } = useWords();
  if (preview.isError) return <Refused error={preview.error} />;
  const sheet = preview.data;
  if (sheet === undefined) return preview.fetchStatus === 'idle' ? null : <Loading />;
  return (
    <>
      {sheet.licence && (
        <p className="preview-note">
          {sheet.licence.replaces === undefined
            ? t('doc.registers', { title: sheet.licence.title })
            : t('doc.replaces', { title: sheet.licence.title, number: sheet.licence.replaces })}
        </p>
      )}
      <Paper
        title={sheet.title}
        parts={body(sheet)}
        {...(sheet.kind !== 'withdrawalRequest' && { organ: sheet.organ })}
        day={documentDay(sheet.day)}
        watermark={t('doc.watermark')}
        label={t('doc.preview', { title: sheet.title })}
      />
    </>
  );
}
