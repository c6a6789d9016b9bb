import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ItemImport } from '../../../../contract/imports.ts';
import { CallRefused, hrefOf, upload } from '../../api/call.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './imports.css';

/** 批量导入: choose a sheet; what was read before stands below. */
export function Imports() {
  const { t, at } = useWords();
  const list = usePages('GET /item-imports', {});
  usePageTitle(t('imports.title'));
  const imports = list.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('imports.title')}</h1>
      <p>{t('imports.hint')}</p>
      <p className="quiet">{t('imports.shape')}</p>
      <Chooser />
      <p>
        <a href={hrefOf('GET /catalogue-export', { format: 'xlsx' })}>{t('imports.exportXlsx')}</a> ·{' '}
        <a href={hrefOf('GET /catalogue-export', { format: 'csv' })}>{t('imports.exportCsv')}</a>
      </p>
      <h2>{t('imports.before')}</h2>
      <Refused error={list.error} />
      {list.isSuccess && imports.length === 0 && <p>{t('imports.none')}</p>}
      {imports.length > 0 && (
        <Scrolled label={t('imports.before')}>
          <table className="rows rows-plain import-rows import-files">
            <thead>
              <tr>
                <th scope="col">{t('imports.file')}</th>
                <th scope="col">{t('imports.state')}</th>
                <th scope="col">{t('imports.result')}</th>
                <th scope="col">{t('imports.readBy')}</th>
                <th scope="col">{t('imports.readAt')}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((each) => (
                <tr key={each.importId}>
                  <td>
                    <Link href={`/imports/${each.importId}`}>{each.name}</Link>
                  </td>
                  <td>
                    <ImportState of={each} />
                  </td>
                  <td className="number">{t('imports.counts', { ready: each.ready, wrong: each.wrong })}</td>
                  <td className="quiet">{each.readBy}</td>
                  <td className="quiet">{at(each.readAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </div>
  );
}

export function ImportState({ of: { state, imported } }: { of: ItemImport }) {
  const { t } = useWords();
  return <>{t(`imports.states.${state}`, { imported })}</>;
}

/** One button; the file is read at once and its judgement opened. */
function Chooser() {
  const { t } = useWords();
  const [, go] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string>();
  const [refused, setRefused] = useState<CallRefused>();
  async function read(file: File) {
    setReading(file.name);
    setRefused(undefined);
    try {
      const { importId } = await upload('POST /item-imports', file);
      go(`/imports/${importId}`);
    } catch (error) {
      setRefused(error instanceof CallRefused ? error : new CallRefused('gone_wrong'));
    } finally {
      setReading(undefined);
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('imports.choose')}
        accept=".xlsx,.csv,.txt"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <p>
        <Button type="primary" loading={reading !== undefined} onClick={() => input.current?.click()}>
          {reading === undefined ? t('imports.choose') : t('imports.reading', { name: reading })}
        </Button>
      </p>
      <Refused error={refused} />
    </>
  );
}
