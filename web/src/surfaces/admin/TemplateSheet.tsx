import type { DocumentKind, PrintedBlock } from '../../../../contract/documents.ts';
import type { Replies } from '../../../../contract/routes.ts';
import { useWords } from '../staff/words.ts';

/** A filled template as a sheet: the words and their order as printed, the setting only roughly. */
export function TemplateSheet({
  kind,
  preview,
}: {
  kind: DocumentKind;
  preview: Replies['POST /document-templates/:kind/preview'];
}) {
  const { t } = useWords();
  return (
    <article className="paper" lang="zh-CN" aria-label={t('templates.preview')}>
      <div className="paper-mark" data-mark="样张" aria-hidden="true" />
      {preview.head.map((line) => (
        <p key={line} className="paper-title">
          {line}
        </p>
      ))}
      {preview.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity than their place
        <SheetBlock key={at} block={block} />
      ))}
      <p className={kind === 'applicationForm' ? undefined : 'paper-sign'}>
        {preview.closing.map((line) => (
          <span key={line} className="sheet-closing">
            {line}
          </span>
        ))}
      </p>
    </article>
  );
}

function SheetBlock({ block }: { block: PrintedBlock }) {
  switch (block.kind) {
    case 'table':
      return (
        <table className="sheet-table">
          <thead>
            <tr>
              {block.columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
              <tr key={row}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their columns
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'form':
      return (
        <table className="sheet-table">
          <tbody>
            {block.rows.map((fields) => (
              <tr key={fields.map(({ label }) => label).join()}>
                {fields.flatMap(({ label, text }) => [
                  <th key={label} scope="row">
                    {label}
                  </th>,
                  <td key={`${label} text`} colSpan={fields.length === 1 ? 3 : 1}>
                    {text}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'reference':
      return <p className="sheet-reference">{block.text}</p>;
    case 'heading':
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    default:
      return <p className={block.kind === 'addressee' ? undefined : 'paper-line'}>{block.text}</p>;
  }
}
