import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { UniformElementSet } from '../../../../contract/standards.ts';
import { elementRules } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './standards.css';

type Chosen = UniformElementSet['elements'];

/** 统一要素: which elements are compared, which block, and who changed that why. */
export function UniformElements() {
  const { t } = useWords();
  const read = useRead('GET /uniform-elements', {});
  usePageTitle(t('standards.elementSet'));
  return (
    <div className="page-pad">
      <p>
        <Link href="/standards">{t('standards.report')}</Link>
      </p>
      <h1>{t('standards.elementSet')}</h1>
      <p className="quiet">{t('standards.elements.hint')}</p>
      <Refused error={read.error} />
      {read.isPending && <Loading />}
      {read.data && <Table key={read.data.history.length} set={read.data} />}
      {read.data && <History set={read.data} />}
    </div>
  );
}

function Table({ set }: { set: UniformElementSet }) {
  const { t } = useWords();
  const mayChange = useMe().data?.me?.permissions.includes('standards.configure') === true;
  const [chosen, choose, forget] = useKept<Chosen>(`standards.elements.${set.history.length}`, set.elements);
  const [reason, setReason] = useState('');
  const save = useAct('POST /uniform-elements', { leave: () => forget() });
  const changes = chosen.filter(({ rule }, at) => rule !== set.elements[at]?.rule).length;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ elements: chosen, reason });
      }}
    >
      {set.byDefault && <p className="quiet">{t('standards.elements.byDefault')}</p>}
      <Scrolled label={t('standards.elementSet')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('standards.elements.element')}</th>
              <th scope="col">{t('standards.elements.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.map(({ element, rule }) => (
              <tr key={element}>
                <th scope="row" className="nowrap">
                  {t(`standards.element.${element}`)}
                </th>
                <td>
                  {mayChange ? (
                    <Radio.Group
                      aria-label={t(`standards.element.${element}`)}
                      value={rule}
                      onChange={({ target }) =>
                        choose(
                          chosen.map((each) => (each.element === element ? { element, rule: target.value } : each)),
                        )
                      }
                      options={elementRules.map((each) => ({ value: each, label: t(`standards.rule.${each}`) }))}
                    />
                  ) : (
                    t(`standards.rule.${rule}`)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {mayChange && changes > 0 && (
        <>
          <Notice tone="plain" role="status">
            {t('standards.elements.changed', { count: changes })}
          </Notice>
          <label className="stack" htmlFor="elements-reason">
            {t('standards.elements.reason')}
            <Input.TextArea
              id="elements-reason"
              required
              maxLength={500}
              rows={2}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={save.isPending} disabled={reason.trim() === ''}>
              {t('standards.elements.save')}
            </Button>
            <Button onClick={() => choose(set.elements)}>{t('standards.edit.discard')}</Button>
          </div>
        </>
      )}
      <Refused error={save.error} />
    </form>
  );
}

function History({ set }: { set: UniformElementSet }) {
  const { t, at } = useWords();
  if (set.history.length === 0) return null;
  const named = (elements: Chosen, rule: (typeof elementRules)[number]) =>
    elements
      .filter((each) => each.rule === rule)
      .map(({ element }) => t(`standards.element.${element}`))
      .join(t('list.separator')) || t('standards.elements.nothing');
  return (
    <section>
      <h2>{t('standards.elements.history')}</h2>
      <ul className="stack">
        {set.history.map(({ changedAt, changedBy, reason, elements }) => (
          <li key={changedAt + reason}>
            <span className="quiet">
              {at(changedAt)} {changedBy}
            </span>{' '}
            {reason}
            <div className="quiet small">
              {t('standards.elements.historyLine', {
                locked: named(elements, 'locked'),
                warning: named(elements, 'warning'),
                off: named(elements, 'off'),
              })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
