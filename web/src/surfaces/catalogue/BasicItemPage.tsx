import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { BasicItemView, StandardHandling, StandardLimit } from '../../../../contract/standards.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Deviations } from './Deviations.tsx';
import './standards.css';

/** A basic item: what must be the same everywhere, and beside it the items that implement it with their deviations. */
export function BasicItemPage({ basicItemId }: { basicItemId: string }) {
  const { t, local } = useWords();
  const [params] = useSearchParams();
  const version = Number(params.get('version') ?? '');
  const read = useRead('GET /basic-items/:basicItemId', {
    basicItemId,
    ...(Number.isInteger(version) && version > 0 && { version }),
  });
  usePageTitle(read.data ? local(read.data.content.name) : t('standards.basicItems'));
  if (read.isPending) return <Loading />;
  if (read.data === undefined)
    return (
      <div className="page-pad">
        <Refused error={read.error} />
      </div>
    );
  return <Shown item={read.data} />;
}

function Shown({ item }: { item: BasicItemView }) {
  const { t, local, at } = useWords();
  const mayPublish = useMe().data?.me?.permissions.includes('basicItems.publish') === true;
  const claim = useAct('POST /basic-items/:basicItemId/claim');
  const release = useAct('POST /basic-items/:basicItemId/release');
  const { basicItemId, content } = item;
  return (
    <div className="page-pad">
      <p>
        <Link href="/basic-items">{t('standards.basicItems')}</Link>
      </p>
      <div className="row">
        <h1>{local(content.name)}</h1>
        <span className="quiet">
          {t(`standards.type.${item.type}`)} <span className="number">{item.code}</span>{' '}
          {t('standards.item.version', { version: item.version })}
          {t('comma')}
          {t('standards.item.publishedAt', { at: at(item.publishedAt) })} {item.publishedBy}
        </span>
        <span className="grow" />
        {item.mayClaim && (
          <Button loading={claim.isPending} onClick={() => claim.mutate({ basicItemId })}>
            {t('standards.item.claim')}
          </Button>
        )}
        {item.mayRelease && (
          <Button loading={release.isPending} onClick={() => release.mutate({ basicItemId })}>
            {t('standards.item.release')}
          </Button>
        )}
        {mayPublish && item.latest && (
          <Link className="button" href={`/basic-items/${basicItemId}/edit`}>
            {t('standards.item.edit')}
          </Link>
        )}
      </div>
      <Refused error={claim.error ?? release.error} />
      {!item.latest && (
        <Notice tone="yellow">
          {t('standards.item.old', { version: item.version })}{' '}
          <Link href={`/basic-items/${basicItemId}`}>{t('standards.item.latest')}</Link>
        </Notice>
      )}
      {item.conflict && (
        <Notice tone="red" role="status">
          {t('standards.item.conflict')}
        </Notice>
      )}
      <div className="standard-columns">
        <Content item={item} />
        <div>
          <Implementations item={item} />
          <h2>{t('standards.item.history')}</h2>
          <ul className="stack">
            {item.versions.map((version) => (
              <li key={version.version}>
                <Link href={`/basic-items/${basicItemId}?version=${version.version}`}>
                  {t('standards.item.version', { version: version.version })}
                </Link>{' '}
                <span className="quiet">
                  {at(version.publishedAt)} {version.publishedBy}
                </span>
                <div>{version.note}</div>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Content({ item: { type, content } }: { item: BasicItemView }) {
  const { t, local } = useWords();
  const onApplication = !['PENALTY', 'COERCION', 'COLLECTION', 'INSPECTION'].includes(type);
  return (
    <div>
      <h2>{t('standards.item.standard')}</h2>
      <dl className="facts standard-facts">
        <Fact name={t('standards.item.levels')}>
          {content.exerciseLevels.map((level) => t(`standards.exercise.${level}`)).join(t('list.separator'))}
        </Fact>
        <Fact name={t('standards.item.bases')}>
          <ol>
            {content.bases.map((basis) => (
              <li key={`${basis.law} ${basis.article}`}>
                <Basis basis={basis} />
              </li>
            ))}
          </ol>
        </Fact>
      </dl>
      {!onApplication && <p className="quiet">{t('standards.item.notOnApplication')}</p>}
      {content.handlings.map((handling) => (
        <Handling key={handling.handling?.zh ?? ''} handling={handling} />
      ))}
      {content.responsibilities.length > 0 && (
        <>
          <h2>{t('standards.item.responsibilities')}</h2>
          <Scrolled label={t('standards.item.responsibilities')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('standards.item.stage')}</th>
                  <th scope="col">{t('standards.item.duty')}</th>
                  <th scope="col">{t('standards.item.basis')}</th>
                </tr>
              </thead>
              <tbody>
                {content.responsibilities.map(({ stage, duty, basis }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: stages have no other identity than their place
                  <tr key={at}>
                    <td className="nowrap">{local(stage)}</td>
                    <td className="cell-text">{local(duty)}</td>
                    <td>
                      <Basis basis={basis} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </>
      )}
      {content.accountability.length > 0 && (
        <>
          <h2>{t('standards.item.accountability')}</h2>
          <ol className="stack">
            {content.accountability.map(({ text, basis }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other identity than their place
              <li key={at}>
                {local(text)} <Basis basis={basis} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Basis({ basis }: { basis: LegalBasis | undefined }) {
  const { t } = useWords();
  if (basis === undefined) return <span className="quiet">{t('standards.item.noBasis')}</span>;
  return (
    <span lang="zh-CN">
      《{basis.law}》{basis.article} <span className="quiet small">{t(`standards.item.basisMarks.${basis.mark}`)}</span>
    </span>
  );
}

function useLimit(): (limit: StandardLimit | undefined, otherwise: string) => string {
  const { t } = useWords();
  return (limit, otherwise) =>
    limit === undefined
      ? otherwise
      : limit.amount === 0
        ? t('standards.item.spot')
        : t(`standards.item.units.${limit.unit}`, { amount: limit.amount });
}

function Handling({ handling }: { handling: StandardHandling }) {
  const { t, local } = useWords();
  const limit = useLimit();
  return (
    <section className="standard-handling" aria-label={local(handling.name)}>
      <dl className="facts standard-facts">
        <Fact name={t('standards.item.name')}>
          {local(handling.name)}
          {handling.handling && (
            <span className="quiet">
              {' '}
              {t('standards.item.handling')}
              {t('colon')}
              {local(handling.handling)}
            </span>
          )}
        </Fact>
        {handling.bases && (
          <Fact name={t('standards.item.bases')}>
            <ol>
              {handling.bases.map((basis) => (
                <li key={`${basis.law} ${basis.article}`}>
                  <Basis basis={basis} />
                </li>
              ))}
            </ol>
          </Fact>
        )}
        <Fact name={t('standards.item.objects')}>
          {handling.serviceObjects.map((each) => t(`standards.object.${each}`)).join(t('list.separator'))}
        </Fact>
        <Fact name={t('standards.item.conditions')}>
          <ol>
            {handling.conditions.map((each) => (
              <li key={each.zh}>{local(each)}</li>
            ))}
          </ol>
        </Fact>
        <Fact name={t('standards.item.materials')}>
          <ol>
            {handling.materials.map((each) => (
              <li key={each.name.zh}>
                {local(each.name)}{' '}
                <span className="quiet">
                  {t(`standards.item.necessity.${each.necessity}`)}
                  {t('comma')}
                  {t('standards.item.materialCount', { originals: each.originals, copies: each.copies })}
                </span>
              </li>
            ))}
          </ol>
        </Fact>
        <Fact name={t('standards.item.process')}>
          {handling.process
            ? handling.process.stages.map((stage) => local(stage.name)).join(' → ')
            : t('standards.item.open')}
        </Fact>
        <Fact name={t('standards.item.statutory')}>{limit(handling.statutoryLimit, t('standards.item.noLimit'))}</Fact>
        <Fact name={t('standards.item.promised')}>{limit(handling.promisedLimit, t('standards.item.open'))}</Fact>
        <Fact name={t('standards.item.fee')}>
          {handling.fen === 0 ? t('standards.item.free') : t('standards.item.yuan', { yuan: handling.fen / 100 })}
        </Fact>
        <Fact name={t('standards.item.result')}>{local(handling.result)}</Fact>
      </dl>
    </section>
  );
}

function Implementations({ item }: { item: BasicItemView }) {
  const { t, local } = useWords();
  return (
    <>
      <h2>{t('standards.item.implementations')}</h2>
      {item.claims.map(({ organId, organ }) => (
        <p key={organId}>
          <Light shape={item.conflict ? 'none' : 'done'}>{t('standards.item.claimed', { organ: local(organ) })}</Light>
        </p>
      ))}
      {item.implementations.length === 0 && item.content.handlings.length > 0 && (
        <p className="quiet">{t('standards.item.noImplementations')}</p>
      )}
      <ul>
        {item.implementations.map((each) => (
          <li key={each.itemId} className="implementation">
            <div>
              <Link href={`/items/${each.itemId}`}>{local(each.name)}</Link>
              <div className="quiet small">
                {local(each.organ)} {t(`standards.level.${each.level}`)} <span className="number">{each.code}</span>
              </div>
            </div>
            <Deviations deviations={each.deviations} />
            {each.townships.length > 0 && (
              <details>
                <summary>{t('standards.item.townships', { count: each.townships.length })}</summary>
                <ul>
                  {each.townships.map(({ organ, code }) => (
                    <li key={code}>
                      {local(organ)} <span className="number code-small">{code}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
