import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import { checkStates } from '../../../../contract/words.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 承诺核查: the commitments that the organ verifies, by day. */
export function Checks() {
  const { t, day, local } = useWords();
  const [params, setParams] = useSearchParams();
  const state = checkStates.find((each) => each === params.get('state'));
  const list = usePages('GET /commitment-checks', state === undefined ? {} : { state });
  usePageTitle(t('commitments.checks.title'));
  const checks = list.data?.pages.flatMap((page) => page.checks) ?? [];
  return (
    <div className="page-pad">
      <h1>{t('commitments.checks.title')}</h1>
      <p className="quiet">{t('commitments.checks.hint')}</p>
      <fieldset className="filters" aria-label={t('commitments.checks.state')}>
        <Select
          aria-label={t('commitments.checks.state')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={state ?? ''}
          onChange={(value) => setParams(value === '' ? {} : { state: value }, { replace: true })}
          options={[
            { value: '', label: t('commitments.checks.open') },
            ...checkStates.map((each) => ({ value: each as string, label: t(`commitments.checks.states.${each}`) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && checks.length === 0 && <p>{t('commitments.checks.none')}</p>}
      {checks.length > 0 && (
        <Scrolled label={t('commitments.checks.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('commitments.checks.dueDay')}</th>
                <th scope="col">{t('commitments.checks.caseNo')}</th>
                <th scope="col">{t('commitments.checks.applicant')}</th>
                <th scope="col">{t('commitments.checks.item')}</th>
                <th scope="col">{t('commitments.checks.what')}</th>
                <th scope="col">{t('commitments.checks.state')}</th>
                <th scope="col">
                  <span className="only-heard">{t('commitments.checks.verify')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {checks.map((check) => (
                <tr key={check.caseId}>
                  <td>{day(check.dueDay)}</td>
                  <td className="number">
                    <Link href={`/cases/${check.caseId}`}>{check.caseNo}</Link>
                  </td>
                  <td>{check.applicant}</td>
                  <td>{local(check.itemName)}</td>
                  <td>
                    {check.kind === 'ITEM'
                      ? t('commitments.checks.whole')
                      : check.replaces.map((name) => local(name)).join(t('comma'))}
                  </td>
                  <td>
                    <Light shape={shapeOf(check)}>{t(`commitments.checks.states.${check.state}`)}</Light>
                  </td>
                  <td>
                    {(check.state === 'WAITING' || check.state === 'DUE') && (
                      <Link href={`/cases/${check.caseId}/verifyCommitment`}>{t('commitments.checks.verify')}</Link>
                    )}
                  </td>
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

function shapeOf({ state, light }: { state: string; light: string }): Shape {
  if (state === 'KEPT') return 'done';
  if (state === 'FALSE') return 'red';
  return light === 'red' || light === 'yellow' ? light : 'green';
}
