import { Button, Radio, Switch } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { Inputs } from '../../../../contract/routes.ts';
import type { StandardCheck } from '../../../../contract/standards.ts';
import { levels, uniformElements } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { LockedMark } from './Deviations.tsx';
import './standards.css';

const kinds = ['ELEMENTS', 'CHANNELS'] as const;
const groupings = ['element', 'organ', 'level'] as const;

/** 同标准检查: 要素统一率 and 线上线下一致 with their two numbers, and the rows behind them. */
export function StandardsReport() {
  const { t } = useWords();
  const before = useRead('GET /standard-checks', {}).data?.checks ?? [];
  const running = before.some(({ state }) => state === 'RUNNING');
  const read = useRead('GET /standard-checks', {}, { refetchInterval: running ? 1_500 : 30_000 });
  const checks = read.data?.checks ?? [];
  const elements = checks.find(({ kind }) => kind === 'ELEMENTS');
  const channels = checks.find(({ kind }) => kind === 'CHANNELS');
  usePageTitle(t('standards.report'));
  return (
    <div className="page-pad">
      <div className="row">
        <h1 className="grow">{t('standards.report')}</h1>
        <Link href="/standards/elements">{t('standards.elementSet')}</Link>
      </div>
      <Refused error={read.error} />
      <div className="check-columns">
        {kinds.map((kind) => (
          <Rate key={kind} kind={kind} check={kind === 'ELEMENTS' ? elements : channels} asked={read.isSuccess} />
        ))}
      </div>
      {elements && elements.byElement.length > 0 && <Found check={elements} />}
      {channels && channels.clean < channels.done && <Differences check={channels} />}
    </div>
  );
}

function Rate({
  kind,
  check,
  asked,
}: {
  kind: StandardCheck['kind'];
  check: StandardCheck | undefined;
  asked: boolean;
}) {
  const { t, at } = useWords();
  const mayCheck = useMe().data?.me?.permissions.includes('standards.check') === true;
  const start = useAct('POST /standard-checks');
  const running = check?.state === 'RUNNING';
  const share = check === undefined || check.done === 0 ? undefined : (100 * check.clean) / check.done;
  return (
    <section className="stack check-rate" aria-label={t(`standards.check.kinds.${kind}`)}>
      <h2>{t(`standards.check.kinds.${kind}`)}</h2>
      <p className="quiet">{t(kind === 'ELEMENTS' ? 'standards.check.hint' : 'standards.check.channelsHint')}</p>
      {asked && check === undefined && <p>{t('standards.check.never')}</p>}
      {check && !running && share !== undefined && (
        <p className="rate">
          <span className="rate-figure number">
            {t('standards.check.share', { share: share === 100 ? 100 : Math.min(99.99, share).toFixed(2) })}
          </span>
          <span>{t(`standards.check.clean.${kind}`, { clean: check.clean, total: check.done })}</span>
        </p>
      )}
      {check && running && (
        <div role="status" className="stack">
          <p>{t('standards.check.running', { done: check.done, total: check.total })}</p>
          <div className="check-bar" aria-hidden="true">
            <span style={{ width: `${check.total === 0 ? 0 : (100 * check.done) / check.total}%` }} />
          </div>
        </div>
      )}
      {check && check.withoutBasic > 0 && <p>{t('standards.check.withoutBasic', { count: check.withoutBasic })}</p>}
      {check && kind === 'CHANNELS' && !running && check.clean === check.done && (
        <p>
          <Light shape="done">{t('standards.check.allAlike')}</Light>
        </p>
      )}
      <p className="row">
        {check?.endedAt && (
          <span className="quiet">
            {check.startedBy
              ? t('standards.check.endedBy', { at: at(check.endedAt), who: check.startedBy })
              : t('standards.check.ended', { at: at(check.endedAt) })}
          </span>
        )}
        {mayCheck && (
          <Button
            size="small"
            loading={start.isPending}
            disabled={running}
            aria-label={`${t('standards.check.run')}${t('colon')}${t(`standards.check.kinds.${kind}`)}`}
            onClick={() => start.mutate({ kind })}
          >
            {t('standards.check.run')}
          </Button>
        )}
      </p>
      <Refused error={start.error} />
    </section>
  );
}

/** The deviations of a run: counted by what one wants to know, and the rows behind each count. */
function Found({ check }: { check: StandardCheck }) {
  const { t, local } = useWords();
  const [params, setParams] = useSearchParams();
  const by = groupings.find((each) => each === params.get('by')) ?? 'element';
  const element = uniformElements.find((each) => each === params.get('element'));
  const level = levels.find((each) => each === params.get('level'));
  const organId = params.get('organ') ?? undefined;
  const locked = params.get('locked') === 'true';
  const organ = check.byOrgan.find((each) => (each.organId ?? 'township') === organId);
  const put = (changes: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes))
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const only = (name: string, value: string) =>
    put({ element: undefined, level: undefined, organ: undefined, [name]: value });
  const lines =
    by === 'element'
      ? check.byElement.map((row) => ({
          ...row,
          key: row.element as string,
          name: t(`standards.element.${row.element}`),
        }))
      : by === 'organ'
        ? check.byOrgan.map((row) => ({ ...row, key: row.organId ?? 'township', name: local(row.organ) }))
        : check.byLevel.map((row) => ({ ...row, key: row.level as string, name: t(`standards.level.${row.level}`) }));
  const what = [
    ...(element ? [t(`standards.element.${element}`)] : []),
    ...(organ ? [local(organ.organ)] : []),
    ...(level ? [t(`standards.level.${level}`)] : []),
  ].join(t('list.separator'));
  return (
    <>
      <section className="stack">
        <h2>{t('standards.check.by')}</h2>
        <div>
          <Radio.Group
            aria-label={t('standards.check.by')}
            value={by}
            onChange={({ target }) => put({ by: target.value })}
            options={[
              { value: 'element', label: t('standards.check.byElement') },
              { value: 'organ', label: t('standards.check.byOrgan') },
              { value: 'level', label: t('standards.check.byLevel') },
            ]}
          />
        </div>
        <Scrolled label={t('standards.check.by')} className="scroll-x tally">
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t(`standards.check.${by}`)}</th>
                <th scope="col" className="right">
                  {t('standards.check.deviations')}
                </th>
                <th scope="col" className="right">
                  {t('standards.check.items')}
                </th>
                <th scope="col" className="right">
                  {t('standards.check.locked')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, name, deviations, items, locked: blocking }) => (
                <tr key={key} aria-current={key === (element ?? organId ?? level) ? 'true' : undefined}>
                  <td className="tally-name">
                    <button type="button" className="plain-link" onClick={() => only(by, key)}>
                      {name}
                    </button>
                  </td>
                  <td className="right number">{deviations}</td>
                  <td className="right number">{items}</td>
                  <td className="right number">{blocking}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </section>
      <section className="stack">
        <div className="row">
          <h2>{what === '' ? t('standards.check.rows') : t('standards.check.rowsOf', { what })}</h2>
          {what !== '' && (
            <Button size="small" onClick={() => put({ element: undefined, level: undefined, organ: undefined })}>
              {t('standards.check.all')}
            </Button>
          )}
          <span className="grow" />
          <span>
            <Switch
              size="small"
              aria-label={t('standards.check.onlyLocked')}
              checked={locked}
              onChange={(on) => put({ locked: on ? 'true' : undefined })}
            />{' '}
            {t('standards.check.onlyLocked')}
          </span>
        </div>
        <Rows
          input={{
            checkId: check.checkId,
            ...(element && { element }),
            ...(organId && { organId }),
            ...(level && { level }),
            ...(locked && { locked: 'true' as const }),
          }}
        />
      </section>
    </>
  );
}

function Rows({ input }: { input: Inputs['GET /standard-checks/:checkId/deviations'] }) {
  const { t, local } = useWords();
  const list = usePages('GET /standard-checks/:checkId/deviations', input);
  const rows = list.data?.pages.flatMap((page) => page.deviations) ?? [];
  return (
    <>
      <Refused error={list.error} />
      {list.isSuccess && rows.length === 0 && <p>{t('standards.check.none')}</p>}
      {rows.length > 0 && (
        <Scrolled label={t('standards.check.rows')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('standards.check.item')}</th>
                <th scope="col">{t('standards.check.element')}</th>
                <th scope="col">{t('standards.check.own')}</th>
                <th scope="col">{t('standards.check.other')}</th>
                <th scope="col">{t('standards.elements.rule')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.deviationId}>
                  <td className="cell-text">
                    <Link href={`/items/${row.itemId}`}>{local(row.name)}</Link>
                    <div className="quiet small">{local(row.organ)}</div>
                  </td>
                  <td>
                    {t(`standards.element.${row.element}`)}
                    <div className="quiet small">{t(`standards.against.${row.against}`)}</div>
                  </td>
                  <td className="cell-text">{local(row.own)}</td>
                  <td className="cell-text">{local(row.other)}</td>
                  <td className="nowrap">
                    <LockedMark locked={row.locked} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </>
  );
}

function Differences({ check }: { check: StandardCheck }) {
  const { t, local, find } = useWords();
  const list = usePages('GET /standard-checks/:checkId/channel-differences', { checkId: check.checkId });
  const rows = list.data?.pages.flatMap((page) => page.differences) ?? [];
  return (
    <section className="stack">
      <h2>{t('standards.check.differences')}</h2>
      <Refused error={list.error} />
      {rows.length > 0 && (
        <Scrolled label={t('standards.check.differences')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('standards.check.item')}</th>
                <th scope="col">{t('standards.check.channel')}</th>
                <th scope="col">{t('standards.check.part')}</th>
                <th scope="col">{t('standards.check.shown')}</th>
                <th scope="col">{t('standards.check.published')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.differenceId}>
                  <td className="cell-text">
                    <Link href={`/items/${row.itemId}`}>{local(row.name)}</Link>
                  </td>
                  <td>{t(`standards.channel.${row.channel}`)}</td>
                  <td>{find(`standards.part.${row.part}`, 'standards.part.other', { part: row.part })}</td>
                  <td className="quiet">
                    {row.shown === ''
                      ? t('standards.check.notShown')
                      : t('standards.check.digest', { digest: row.shown })}
                  </td>
                  <td className="quiet">{t('standards.check.digest', { digest: row.published })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </section>
  );
}
