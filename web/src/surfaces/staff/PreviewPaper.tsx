import type { UseQueryResult } from '@tanstack/react-query';
import type { CallRefused } from '../../api/call.ts';
import { Paper } from '../../ui/staff/Paper.tsx';
import { Loading } from './Loading.tsx';
import type { Preview } from './preview.ts';
import { Refused } from './Refused.tsx';
import { useWords } from './words.ts';

/** 2026年3月12日, as documents write it in either language of the screen. */
function documentDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The paragraphs between heading and signature: both are set by the sheet itself. */
function body({ lines, organ, title, day }: Preview): string[] {
  const framed = new Set([organ, title, documentDay(day)]);
  return lines.filter((line) => !framed.has(line));
}

/** The sheet that an act would produce, or why it cannot be produced yet. */
export function PreviewPaper({ preview }: { preview: UseQueryResult<Preview, CallRefused> }) {
  const { t } = useWords();
  if (preview.isError) return <Refused error={preview.error} />;
  const sheet = preview.data;
  if (sheet === undefined) return preview.fetchStatus === 'idle' ? null : <Loading />;
  return (
    <Paper
      title={sheet.title}
      lines={body(sheet)}
      organ={sheet.organ}
      day={documentDay(sheet.day)}
      watermark={t('doc.watermark')}
      label={t('doc.preview', { title: sheet.title })}
    />
  );
}
