import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { Figure, FigureScope } from '../../../../../contract/lists.ts';
import type { Replies } from '../../../../../contract/routes.ts';
import { figureGroups } from '../../../../../contract/words.ts';
import { useRead } from '../../../api/hooks.ts';
import { useDistrict, useSaying } from '../../../ui/resident/district.tsx';
import { SelectField } from '../../../ui/resident/form.tsx';
import { Loaded } from '../../../ui/resident/loaded.tsx';
import { Back, Page, Section } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { dayWithYear } from '../../../ui/resident/span.ts';
import { Table } from './table.tsx';
import { useValue } from './value.ts';

/** What is compared between departments. */
const compared = [
  'items',
  'deployed',
  'onlineable',
  'whollyOnline',
  'instant',
  'inHall',
  'noTrip',
  'oneTrip',
  'mobile',
  'offHours',
  'atTownships',
  'atVillages',
  'threeAtMost',
  'fewerSteps',
  'fewerMaterials',
  'fewerDays',
  'lessFee',
  'shorterThanLaw',
];

/** The figures of the catalogue: of the district, a department or a level; every number opens. */
export function Figures() {
  const { t } = useTranslation('lists');
  const { today } = useDistrict();
  const { text, language } = useSaying();
  const [path, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('of') ?? 'district';
  return (
    <Loaded of={useRead('GET /figures', {})}>
      {(reply) => {
        const { figures, scopes, circle, townships, revision } = reply;
        const scope = scopes.find(({ scopeId }) => scopeId === asked) ?? scopes[0];
        const nameOf = ({ kind, name }: FigureScope) =>
          kind === 'district'
            ? t('figure.district')
            : kind === 'level'
              ? t('figure.level', { name: text(name) })
              : text(name);
        return scope === undefined ? null : (
          <Page heading={t('figure.title')} className="lists wide-list" before={<Back to="/lists">{t('back')}</Back>}>
            <p>
              <Say text={t('figure.text')} />
              <span className="hint block">{t('version', { revision, day: dayWithYear(today, language) })}</span>
            </p>
            <p className="print-only">{nameOf(scope)}</p>
            <div className="list-whose no-print">
              <SelectField
                id="scope"
                label={t('figure.whose')}
                pick={t('figure.district')}
                value={scope.kind === 'district' ? '' : scope.scopeId}
                options={scopes
                  .filter(({ kind }) => kind !== 'district')
                  .map((each) => ({ value: each.scopeId, label: nameOf(each) }))}
                onChange={(of) => go(of === '' ? path : `${path}?of=${of}`, { replace: true })}
              />
            </div>
            {figureGroups.map((group) => (
              <Section key={group} heading={t(`figure.groups.${group}`)}>
                <ul className="figures">
                  {figures.map((figure, at) =>
                    figure.group === group ? (
                      <FigureTile key={figure.key} figure={figure} scope={scope} at={at} />
                    ) : null,
                  )}
                </ul>
              </Section>
            ))}
            <Circle circle={circle} townships={townships} />
            <Compared figures={figures} scopes={scopes} />
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Where the items behind a figure of a scope are listed. */
function linkOf(key: string, { kind, scopeId }: FigureScope): string {
  const narrowed = kind === 'district' ? '' : `?${kind === 'level' ? 'level' : 'departmentId'}=${scopeId}`;
  return `/lists/figures/${key}${narrowed}`;
}

function FigureTile({ figure, scope, at }: { figure: Figure; scope: FigureScope; at: number }) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  const value = useValue();
  const measured = scope.measured[at] ?? { part: 0, whole: 0, items: 0 };
  const ratio = value.ratio(figure, measured);
  return (
    <li className="figure">
      <Link href={linkOf(figure.key, scope)}>
        <span className="figure-name line">{text(figure.name)}</span>
        <span className="figure-value">
          {measured.items === 0 && figure.kind !== 'number' ? (
            <span className="figure-none">{t('figure.nothing')}</span>
          ) : (
            <>
              <strong>{value.numbers(figure, measured)}</strong> <span>{ratio}</span>
            </>
          )}
        </span>
      </Link>
      <p className="hint">
        <Say text={text(figure.definition)} />
        {figure.kind === 'reduction' && measured.items > 0 ? (
          <span className="block">{t('figure.measured', { count: measured.items })}</span>
        ) : null}
      </p>
    </li>
  );
}

/** 服务圈: how many doors there are, and how much is done behind those of each township. */
function Circle({ circle, townships }: Pick<Replies['GET /figures'], 'circle' | 'townships'>) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  const of = (level: string) => circle.find((each) => each.level === level) ?? { centers: 0, regions: 0 };
  return (
    <Section heading={t('figure.circle')}>
      <p>
        <Say
          text={t('figure.circleText', {
            halls: of('DISTRICT').centers,
            towns: of('TOWNSHIP').centers,
            villages: of('VILLAGE').centers,
          })}
        />
        <span className="block">
          <Say
            text={t('figure.covered', {
              townRegions: of('TOWNSHIP').regions,
              villageRegions: of('VILLAGE').regions,
            })}
          />
        </span>
      </p>
      <h3>{t('figure.townships')}</h3>
      <p>
        <Say text={t('figure.townshipsText')} />
      </p>
      <Table
        numeric
        label={t('table', { name: t('figure.townships') })}
        name={t('figure.township')}
        columns={[t('figure.inTownship'), t('figure.villages'), t('figure.inVillages')]}
        rows={townships.map(({ regionId, name, items, villages, leastInVillages, mostInVillages }) => ({
          id: regionId,
          name: text(name),
          cells: [
            <Link key="items" href={`/lists/levels?townshipId=${regionId}`}>
              <span className="line">{items}</span>
            </Link>,
            villages,
            leastInVillages === mostInVillages
              ? mostInVillages
              : t('figure.fromTo', { least: leastInVillages, most: mostInVillages }),
          ],
        }))}
      />
    </Section>
  );
}

/** Departments side by side, and all of them together. */
function Compared({ figures, scopes }: { figures: readonly Figure[]; scopes: readonly FigureScope[] }) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  const value = useValue();
  const shown = figures.flatMap((figure, at) => (compared.includes(figure.key) ? [{ figure, at }] : []));
  const departments = scopes.filter(({ kind }) => kind === 'department');
  return (
    <Section heading={t('figure.departments')}>
      <p>
        <Say
          text={t('figure.departmentsText', {
            count: departments.filter(({ scopeId }) => scopeId !== 'township').length,
          })}
        />
      </p>
      <Table
        numeric
        totalled
        label={t('table', { name: t('figure.departments') })}
        name={t('department')}
        columns={shown.map(({ figure }) => text(figure.name))}
        rows={[...departments, ...scopes.filter(({ kind }) => kind === 'district')].map((scope) => ({
          id: scope.scopeId,
          name: scope.kind === 'district' ? t('figure.all') : text(scope.name),
          cells: shown.map(({ figure, at }) => {
            const measured = scope.measured[at];
            return measured === undefined || measured.items === 0 ? (
              '—'
            ) : (
              <Link key={figure.key} href={linkOf(figure.key, scope)}>
                <span className="line">{value.numbers(figure, measured)}</span>
              </Link>
            );
          }),
        }))}
      />
    </Section>
  );
}
