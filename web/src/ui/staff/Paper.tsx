import type { ReactNode } from 'react';

/** One row of a table on a sheet, as a list says it. */
export interface PaperItem {
  what: string;
  says: string[];
  basis: string;
}

/** A paragraph, or the rows of a table. */
export type PaperPart = string | PaperItem[];

/** A sheet as it will be printed: official documents speak Chinese only. A preview carries no number and no seal. */
export function Paper({
  title,
  parts,
  organ,
  day,
  watermark,
  label,
}: {
  title: string;
  parts: readonly PaperPart[];
  /** Who signs at the foot and stands at the head; absent on the applicant's own paper. */
  organ?: string;
  day: string;
  watermark: string;
  label: string;
}) {
  return (
    <article className="paper" lang="zh-CN" aria-label={label}>
      <div className="paper-mark" data-mark={watermark} aria-hidden="true" />
      {organ !== undefined && <p className="paper-organ">{organ}</p>}
      <p className="paper-title">{title}</p>
      {parts.map((part, index) =>
        typeof part === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity than their place
          <p key={index} className={classOf(part, index)}>
            {part}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity than their place
          <ol key={index} className="paper-list">
            {part.map(({ what, says, basis }) => (
              <li key={what}>
                <strong>{what}</strong>
                {says.filter(Boolean).map((words) => (
                  <span key={words}>{words}</span>
                ))}
                {basis && <span className="paper-basis">依据：{basis}</span>}
              </li>
            ))}
          </ol>
        ),
      )}
      {organ !== undefined && (
        <p className="paper-sign">
          {organ}
          <br />
          {day}
        </p>
      )}
    </article>
  );
}

/** The case it belongs to and whom it speaks to stand at the margin. */
/** The small lines under the title say what the sheet belongs to. */
function classOf(part: string, index: number): string {
  if (/^(办件编号|事项编码) /.test(part)) return 'paper-reference';
  return isOpening(part, index) ? 'paper-to' : 'paper-line';
}

function isOpening(part: string, index: number): boolean {
  return index === 0 || (part.length < 40 && part.endsWith('：'));
}

/** A sentence that matters: why something cannot be done, what went wrong, or what was done. */
export function Notice({
  tone,
  children,
  role,
}: {
  tone: 'plain' | 'red' | 'green' | 'yellow';
  children: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {children}
    </div>
  );
}
