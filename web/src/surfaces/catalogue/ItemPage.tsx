import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { CatalogueItemView, VersionRow } from '../../../../contract/compilation.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Changes } from '../../features/changes/changes.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import './catalogue.css';
import { Asked } from './DraftActs.tsx';
import { elementWord } from './editing.ts';
import { ChangeItem, CodeWords } from './ItemList.tsx';
import { dayWithYear, standingShapes } from './standing.ts';

type StandingAct = 'suspend' | 'resume' | 'cancel';

/** An item: how it stands, its versions with who, when and why, two of them side by side, and where each element comes from. */
export function ItemPage({ itemId }: { itemId: string }) {
  const words = useWords();
  const { t, local, language } = words;
  const read = useRead('GET /catalogue-items/:itemId', { itemId });
  const item = read.data;
  const [acting, setActing] = useState<StandingAct>();
  usePageTitle(item === undefined ? t('compilation.list.title') : local(item.name));
  if (item === undefined)
    return read.isError ? (
      <div className="page-pad catalogue-page">
        <Refused error={read.error} />
      </div>
    ) : (
      <Loading />
    );
  const newest = item.versions[0];
  const acts = (['suspend', 'resume', 'cancel'] as const).filter((act) => item.actions.includes(act));
  return (
    <div className="page-pad catalogue-page">
      <p>
        <Link href="/items">{t('compilation.item.backToList')}</Link>
      </p>
      <div className="row">
        <h1>{local(item.name)}</h1>
        <span className="quiet">{local(item.organ)}</span>
        <Light shape={standingShapes[item.standing.standing]}>
          {t(`compilation.standings.${item.standing.standing}`)}
        </Light>
        <span className="grow" />
        {acts.map((act) => (
          <Button key={act} onClick={() => setActing(act)}>
            {t(`compilation.item.acts.${act}`)}
          </Button>
        ))}
        {item.openDraft === undefined && item.actions.includes('change') && newest !== undefined && (
          <ChangeItem item={{ itemId, name: item.name, version: newest.version }} />
        )}
      </div>
      <p>
        <span className="quiet">{t('compilation.item.code')}</span>{' '}
        <CodeWords code={item.code} faults={item.codeFaults} />{' '}
        <a className="underlined" href={`/items/${itemId}`}>
          {t('compilation.item.guide')}
        </a>
      </p>
      {item.openDraft !== undefined && (
        <Notice tone="plain">
          <Link href={`/drafts/${item.openDraft.draftId}`}>
            {t('compilation.item.openDraft', { state: t(`compilation.states.${item.openDraft.state}`) })}
          </Link>
        </Notice>
      )}
      {item.standing.standing !== 'IN_USE' && item.standing.reason && (
        <Notice tone="yellow">
          {t('compilation.item.from', {
            day: item.standing.fromDay ? dayWithYear(item.standing.fromDay, language) : '',
            standing: t(`compilation.standings.${item.standing.standing}`),
          })}
          {t('colon')}
          {local(item.standing.reason)}
        </Notice>
      )}
      <Versions versions={item.versions} />
      <Compare versions={item.versions} />
      <Standings item={item} />
      <History itemId={itemId} />
      {acting !== undefined && <ChangeStanding item={item} act={acting} close={() => setActing(undefined)} />}
    </div>
  );
}

/** 编制：某某，3月12日 周四 09:30; one line for each who had a hand in it. */
function deeds(row: VersionRow, { t, at }: Words): string[] {
  const said = [
    ...(row.compiled ? [t('compilation.item.compiled', { by: row.compiled.by, at: at(row.compiled.at) })] : []),
    ...(row.reviewed ? [t('compilation.item.reviewed', { by: row.reviewed.by, at: at(row.reviewed.at) })] : []),
    ...row.approved.map((each) => t('compilation.item.approved', { by: each.by, at: at(each.at) })),
    ...(row.published ? [t('compilation.item.published', { by: row.published.by, at: at(row.published.at) })] : []),
  ];
  return said.length === 0 ? [t('compilation.item.withInstallation')] : said;
}

function Versions({ versions }: { versions: readonly VersionRow[] }) {
  const words = useWords();
  const { t, language } = words;
  return (
    <section aria-labelledby="item-versions">
      <h2 id="item-versions">{t('compilation.item.versions')}</h2>
      <Scrolled label={t('compilation.item.versions')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('compilation.item.version')}</th>
              <th scope="col">{t('compilation.item.effective')}</th>
              <th scope="col">{t('compilation.item.who')}</th>
              <th scope="col">{t('compilation.item.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((row) => (
              <tr key={row.itemVersionId}>
                <td className="nowrap">
                  {t('compilation.list.versionOf', { version: row.version })}{' '}
                  {row.inForce && <Light shape="done">{t('compilation.item.inForce')}</Light>}
                </td>
                <td className="nowrap">{dayWithYear(row.effectiveDay, language)}</td>
                <td>
                  <ul>
                    {deeds(row, words).map((line) => (
                      <li key={line} className="small">
                        {line}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  {row.reason}
                  {row.burdenBasis && (
                    <span className="quiet small block">
                      {t('compilation.item.basis', {
                        basis: `《${row.burdenBasis.law}》${row.burdenBasis.article ?? ''}`,
                      })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

/** Any two versions side by side; the address names them. */
function Compare({ versions }: { versions: readonly VersionRow[] }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const newer = params.get('newer') ?? versions[0]?.itemVersionId ?? '';
  const older = params.get('older') ?? versions[1]?.itemVersionId ?? '';
  const differ = newer !== older && older !== '';
  const read = useRead(
    'GET /item-versions/:itemVersionId/changes',
    { itemVersionId: newer, against: older },
    { enabled: differ },
  );
  const put = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const choice = (name: 'older' | 'newer', value: string) => (
    <Select
      aria-label={t(`compilation.item.${name}`)}
      popupMatchSelectWidth={false}
      value={value}
      onChange={(chosen) => put(name, chosen)}
      options={versions.map(({ itemVersionId, version }) => ({
        value: itemVersionId,
        label: t('compilation.list.versionOf', { version }),
      }))}
    />
  );
  return (
    <section className="stack" aria-labelledby="item-compare">
      <h2 id="item-compare">{t('compilation.item.compare')}</h2>
      {versions.length < 2 ? (
        <p className="quiet">{t('compilation.item.oneVersion')}</p>
      ) : (
        <>
          <div className="row">
            <span className="quiet">{t('compilation.item.older')}</span>
            {choice('older', older)}
            <span className="quiet">{t('compilation.item.newer')}</span>
            {choice('newer', newer)}
          </div>
          {!differ && <p className="quiet">{t('compilation.item.pickTwo')}</p>}
          <Refused error={read.error} />
          {differ &&
            read.data?.before &&
            (read.data.changes.length === 0 ? (
              <p className="quiet">{t('compilation.item.noDifference')}</p>
            ) : (
              <Changes changes={read.data.changes} before={read.data.before.content} after={read.data.after.content} />
            ))}
        </>
      )}
    </section>
  );
}

function Standings({ item }: { item: CatalogueItemView }) {
  const { t, local, language, at } = useWords();
  return (
    <section aria-labelledby="item-standings">
      <h2 id="item-standings">{t('compilation.item.standings')}</h2>
      {item.standings.length === 0 ? (
        <p className="quiet">{t('compilation.item.neverChanged')}</p>
      ) : (
        <ul className="stack">
          {item.standings.map((row) => (
            <li key={`${row.fromDay} ${row.standing} ${row.changed?.at}`}>
              <Light shape={standingShapes[row.standing]}>
                {t('compilation.item.from', {
                  day: dayWithYear(row.fromDay, language),
                  standing: t(`compilation.standings.${row.standing}`),
                })}
              </Light>
              {t('comma')}
              {local(row.reason)}{' '}
              {row.changed && (
                <span className="quiet small">
                  {row.changed.by} {at(row.changed.at)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** R-1.10: of each element who changed it, when and why. */
function History({ itemId }: { itemId: string }) {
  const words = useWords();
  const { t, language } = words;
  const [element, setElement] = useState('');
  const list = usePages('GET /catalogue-items/:itemId/history', { itemId });
  const all = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const elements = [...new Set(all.flatMap(({ changes }) => changes.map((change) => change.element)))];
  const rows = all
    .map((row) => ({ ...row, changes: row.changes.filter((change) => element === '' || change.element === element) }))
    .filter(({ changes }) => changes.length > 0);
  return (
    <section className="stack" aria-labelledby="item-history">
      <h2 id="item-history">{t('compilation.item.history')}</h2>
      <p className="quiet">{t('compilation.item.historyHint')}</p>
      {elements.length > 0 && (
        <div>
          <Select
            aria-label={t('compilation.item.element')}
            popupMatchSelectWidth={false}
            value={element}
            onChange={setElement}
            options={[
              { value: '', label: t('compilation.item.anyElement') },
              ...elements.map((each) => ({ value: each, label: elementWord(each, words) })),
            ]}
          />
        </div>
      )}
      <Refused error={list.error} />
      {list.isSuccess && rows.length === 0 && <p className="quiet">{t('compilation.item.noHistory')}</p>}
      {rows.map((row) => (
        <div key={row.itemVersionId} className="history-version">
          <p>
            <strong>{t('compilation.list.versionOf', { version: row.version })}</strong>{' '}
            <span className="quiet">
              {t('compilation.list.from', { day: dayWithYear(row.effectiveDay, language) })}
              {row.compiled !== undefined && `${t('comma')}${row.compiled.by}`}
              {row.reason !== undefined && `${t('comma')}${row.reason}`}
            </span>
          </p>
          <ul className="history-changes">
            {row.changes.map((change, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes may be of one place
              <li key={`${at} ${change.path}`}>
                <span className="quiet small">{t(`compilation.item.changeKinds.${change.kind}`)}</span>{' '}
                {[elementWord(change.element, words), change.entry].filter(Boolean).join(t('comma'))}
                {t('colon')}
                <span className="history-before">{change.before ?? t('compilation.item.nothing')}</span> →{' '}
                <span>{change.after ?? t('compilation.item.nothing')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <More list={list} />
    </section>
  );
}

/** Suspends, resumes or cancels: what it will do, from which day, and the reason that residents read. */
function ChangeStanding({ item, act, close }: { item: CatalogueItemView; act: StandingAct; close: () => void }) {
  const { t, local, day } = useWords();
  const today = useToday();
  const acts = {
    suspend: useAct('POST /catalogue-items/:itemId/suspend'),
    resume: useAct('POST /catalogue-items/:itemId/resume'),
    cancel: useAct('POST /catalogue-items/:itemId/cancel'),
  };
  const { mutate, isPending, error } = acts[act];
  const [typed, setTyped] = useState({ fromDay: '', zh: '', en: '' });
  const [tried, setTried] = useState(false);
  const fromDay = typed.fromDay || today;
  const lacking = typed.zh.trim() === '' || typed.en.trim() === '';
  const early = fromDay < today;
  return (
    <Modal
      open
      width={620}
      title={`${t(`compilation.item.do.${act}`)}${t('colon')}${local(item.name)}`}
      okText={t(`compilation.item.do.${act}`)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: act === 'cancel' }}
      confirmLoading={isPending}
      onCancel={close}
      onOk={() => {
        setTried(true);
        if (lacking || early) return;
        const reason = { zh: typed.zh.trim(), en: typed.en.trim() };
        mutate({ itemId: item.itemId, fromDay, reason }, { onSuccess: close });
      }}
    >
      <div className="stack">
        <p>{t(`compilation.item.sure.${act}`)}</p>
        <Asked
          label={t('compilation.item.fromDay')}
          hint={fromDay === '' ? '' : day(fromDay)}
          {...(tried && early && { fault: t('compilation.ask.needDay') })}
        >
          {(field) => (
            <Input
              {...field}
              type="date"
              min={today}
              value={fromDay}
              onChange={({ target }) => setTyped((before) => ({ ...before, fromDay: target.value }))}
            />
          )}
        </Asked>
        {(['zh', 'en'] as const).map((language) => (
          <Asked
            key={language}
            label={t(`compilation.in.${language}`, { label: t('compilation.item.publicReason') })}
            {...(tried && typed[language].trim() === '' && { fault: t('compilation.item.needBoth') })}
          >
            {(field) => (
              <Input.TextArea
                {...field}
                lang={language === 'zh' ? 'zh-CN' : 'en'}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                value={typed[language]}
                onChange={({ target }) => setTyped((before) => ({ ...before, [language]: target.value }))}
              />
            )}
          </Asked>
        ))}
        <Refused error={error} />
      </div>
    </Modal>
  );
}
