import type { ReactNode } from 'react';

/** A sheet as it will be printed: official documents speak Chinese only. A preview carries no number and no seal. */
export function Paper({
  title,
  lines,
  organ,
  day,
  watermark,
  label,
}: {
  title: string;
  lines: readonly string[];
  organ: string;
  day: string;
  watermark: string;
  label: string;
}) {
  return (
    <article className="paper" lang="zh-CN" aria-label={label}>
      <div className="paper-mark" aria-hidden="true">
        {watermark}
      </div>
      <p className="paper-organ">{organ}</p>
      <p className="paper-title">{title}</p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity than their place
        <p key={index} className={index === 0 || (line.length < 40 && line.endsWith('：')) ? 'paper-to' : 'paper-line'}>
          {line}
        </p>
      ))}
      <p className="paper-sign">
        {organ}
        <br />
        {day}
      </p>
    </article>
  );
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
