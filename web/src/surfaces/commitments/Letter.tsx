import { Button } from 'antd';
import { Paper, type PaperPart } from '../../ui/staff/Paper.tsx';
import { useWords } from '../staff/words.ts';

/** A sheet to be signed by pen: as the document will say it, with a button that prints it alone. */
export function Letter({
  title,
  organ,
  day,
  lines,
}: {
  title: string;
  organ: string;
  day: string;
  lines: readonly string[];
}) {
  const { t } = useWords();
  const [year, month, date] = day.split('-').map(Number);
  const written = `${year}年${month}月${date}日`;
  return (
    <div className="letter">
      <p className="no-print">
        <Button onClick={() => window.print()}>{t('commitments.tolerate.print')}</Button>
      </p>
      <Paper
        title={title}
        parts={partsOf(lines.filter((line) => ![title, organ, written].includes(line)))}
        organ={organ}
        day={written}
        watermark=""
        label={title}
      />
      <p className="letter-sign">{t('commitments.onPaper.sign')}</p>
    </div>
  );
}

/** Rows of a table become a numbered list. */
function partsOf(lines: readonly string[]): PaperPart[] {
  const parts: PaperPart[] = [];
  for (const line of lines) {
    const list = parts[parts.length - 1];
    if (!line.includes(' | ')) parts.push(line);
    else if (typeof list === 'object') {
      const [, what = '', ...says] = line.split(' | ');
      list.push({ what, says, basis: '' });
    } else parts.push([]);
  }
  return parts;
}
