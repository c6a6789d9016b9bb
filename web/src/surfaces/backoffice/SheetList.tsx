import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { SheetRow } from '../../../../contract/handovers.ts';
import { handOverStates } from '../../../../contract/words.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 材料交接: sheets of this window or department, newest first; those that nobody took over in time by one choice. */
export function SheetList() {
  const { t, local, at } = useWords();
  const me = useMe().data?.me;
  const [params, setParams] = useSearchParams();
  const chosen = params.get('show') ?? '';
  const state = handOverStates.find((each) => each === chosen);
  const list = usePages('GET /hand-over-sheets', { ...(state && { state }), ...(chosen === 'late' && { late: true }) });
  const sheets = list.data?.pages.flatMap((page) => page.sheets) ?? [];
  const late = list.data?.pages[0]?.late ?? 0;
  usePageTitle(t('backoffice.sheets.title'));
  return (
    <div className="page-pad stack">
      <div className="row">
        <h1 className="grow">{t('backoffice.sheets.title')}</h1>
        {me?.permissions.includes('handovers.make') && (
          <Link className="button button-primary" href="/hand-over/new">
            {t('backoffice.sheets.make')}
          </Link>
        )}
      </div>
      <p className="quiet">{t('backoffice.sheets.lead')}</p>
      <fieldset className="filters" aria-label={t('backoffice.sheets.filter')}>
        <Select
          aria-label={t('backoffice.sheets.filter')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={chosen}
          onChange={(value) => setParams(value === '' ? {} : { show: value }, { replace: true })}
          options={[
            { value: '', label: t('backoffice.sheets.all') },
            { value: 'late', label: `${t('backoffice.sheets.overdue')} ${late}` },
            ...handOverStates.map((each) => ({ value: each, label: t(`backoffice.sheets.state.${each}`) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && sheets.length === 0 && <p>{t('backoffice.sheets.none')}</p>}
      {sheets.length > 0 && (
        <Scrolled label={t('backoffice.sheets.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('backoffice.sheets.number')}</th>
                <th scope="col">{t('backoffice.sheets.filter')}</th>
                <th scope="col">{t('backoffice.sheets.from')}</th>
                <th scope="col">{t('backoffice.sheets.to')}</th>
                <th scope="col" className="right">
                  {t('backoffice.sheets.cases')}
                </th>
                <th scope="col">{t('backoffice.sheets.made')}</th>
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet) => (
                <tr key={sheet.sheetId}>
                  <td>
                    <Link href={`/hand-over/${sheet.sheetId}`}>{sheet.number}</Link>
                  </td>
                  <td>
                    <SheetState sheet={sheet} />
                  </td>
                  <td>{local(sheet.from)}</td>
                  <td>{local(sheet.to)}</td>
                  <td className="right number">{sheet.cases}</td>
                  <td className="quiet">{at(sheet.madeAt)}</td>
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

/** Where a sheet stands, with its light; what was not taken is said with it. */
export function SheetState({ sheet }: { sheet: SheetRow }) {
  const { t, day } = useWords();
  const word = t(`backoffice.sheets.state.${sheet.state}`);
  if (sheet.state === 'TAKEN')
    return (
      <Light shape={sheet.refused > 0 ? 'yellow' : 'done'}>
        {word}
        {sheet.refused > 0 && `${t('comma')}${t('backoffice.sheets.refused', { count: sheet.refused })}`}
      </Light>
    );
  if (sheet.takeDueDay === undefined) return <span>{word}</span>;
  return (
    <Light shape={sheet.late ? 'red' : 'green'}>
      {t(sheet.late ? 'backoffice.sheets.late' : 'backoffice.sheets.due', { day: day(sheet.takeDueDay) })}
    </Light>
  );
}
