import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { HandedPaper } from '../../../../contract/handovers.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { Key } from '../../ui/staff/keys.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { sheets as sheetsWords, useWords } from '../staff/words.ts';

/** One sheet holds so many cases at most. */
const mostLines = 30;

/** Which cases go on a sheet: those whose papers lie here and belong to one department, or one window. */
export function SheetMake() {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const here = useRead('GET /hand-over-candidates', {});
  const make = useAct('POST /hand-over-sheets', { leave: ({ sheetId }) => go(`/hand-over/${sheetId}`) });
  const [partner, setPartner] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  usePageTitle(t('backoffice.sheets.make'));
  const { direction = 'TO_OFFICE', partners = [], cases = [] } = here.data ?? {};
  const partnerId = partner ?? partners[0]?.partnerId;
  const listed = cases.filter((each) => each.partnerId === partnerId);
  const chosen = listed.filter(({ caseId }) => !left.has(caseId));
  const fault =
    chosen.length === 0
      ? t('backoffice.sheets.needCases')
      : chosen.length > mostLines
        ? t('backoffice.sheets.tooMany', { max: mostLines })
        : undefined;
  const form = useActForm({
    act: make,
    faults: { partnerId: undefined, caseIds: fault },
    submit: () => partnerId !== undefined && make.mutate({ partnerId, caseIds: chosen.map(({ caseId }) => caseId) }),
  });
  const toggle = (caseId: string, isChosen: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      if (isChosen) after.delete(caseId);
      else after.add(caseId);
      return after;
    });
  return (
    <div className="page-pad stack">
      <p>
        <Link href="/hand-over">{t('backoffice.sheets.back')}</Link>
      </p>
      <h1>{t('backoffice.sheets.make')}</h1>
      <Refused error={here.error} />
      {here.isSuccess && cases.length === 0 && <p>{t('backoffice.sheets.nothingToHand')}</p>}
      {cases.length > 0 && (
        <>
          <div className="row">
            <label htmlFor="partner">{t(`backoffice.sheets.partner.${direction}`)}</label>
            <Select
              id="partner"
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              value={partnerId ?? null}
              onChange={setPartner}
              options={partners.map(({ partnerId: value, name }) => ({ value, label: local(name) }))}
            />
          </div>
          <FieldGroup label={t('backoffice.sheets.case')} fault={form.at('caseIds', t('backoffice.sheets.case'))}>
            <Scrolled label={t('backoffice.sheets.case')}>
              <table className="rows rows-plain">
                <thead>
                  <tr>
                    <th scope="col">
                      <Checkbox
                        aria-label={t('backoffice.sheets.chooseAll')}
                        checked={chosen.length === listed.length}
                        indeterminate={chosen.length > 0 && chosen.length < listed.length}
                        onChange={({ target }) =>
                          setLeft(target.checked ? new Set() : new Set(listed.map(({ caseId }) => caseId)))
                        }
                      />
                    </th>
                    <th scope="col">{t('backoffice.sheets.case')}</th>
                    <th scope="col">{t('backoffice.sheets.papers')}</th>
                  </tr>
                </thead>
                <tbody>
                  {listed.map(({ caseId, caseNo, applicant, itemName, papers }) => (
                    <tr key={caseId}>
                      <td>
                        <Checkbox
                          aria-label={caseNo}
                          checked={!left.has(caseId)}
                          onChange={({ target }) => toggle(caseId, target.checked)}
                        />
                      </td>
                      <td>
                        <span className="number">{caseNo}</span> {applicant}
                        <div className="quiet">{local(itemName)}</div>
                      </td>
                      <td>
                        <Papers papers={papers} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          </FieldGroup>
          <p className="quiet">{t('backoffice.sheets.chosen', { count: chosen.length })}</p>
          <Refused error={form.rest} />
          <p>
            <Button type="primary" loading={make.isPending} onClick={form.press}>
              {t('backoffice.sheets.make')} <Key>Ctrl Enter</Key>
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

/** Papers with how many originals and copies of each. */
export function Papers({ papers }: { papers: readonly HandedPaper[] }) {
  const words = useWords();
  if (papers.length === 0) return <span className="quiet">{words.t('backoffice.sheets.noPapers')}</span>;
  return (
    <ul className="plain-list">
      {papers.map((paper) => (
        <li key={paper.name.zh}>
          {words.local(paper.name)} <span className="quiet">{sheetsWords(paper, words)}</span>
        </li>
      ))}
    </ul>
  );
}
