import './mandates.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MandateView } from '../../../../contract/mandates.ts';
import { type MandateScope, mandateScopes } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Fact, Facts } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';

/** What a mandate says, signed or about to be. */
export interface Paper {
  principal: Person;
  agent: Person;
  /** Absent: every matter. */
  itemIds: readonly string[] | undefined;
  scope: MandateScope;
  fromDay: string;
  untilDay: string;
}

interface Person {
  name: string;
  residentNumber: string;
}

/** The one word for how a mandate stands. */
export function useMandateState() {
  const { t } = useTranslation('resident');
  return ({ state, revokedBy }: Pick<MandateView, 'state' | 'revokedBy'>): string =>
    t(`mandates.states.${state === 'revoked' && revokedBy === 'agent' ? 'laidDown' : state}`);
}

/** How much a mandate hands over: 所有的事, 2件事. */
export function useExtent() {
  const { t } = useTranslation('resident');
  return (itemIds: readonly string[] | undefined): string => {
    if (itemIds === undefined) return t('mandates.every');
    return itemIds.length === 1 ? t('mandates.one') : t('mandates.some', { count: itemIds.length });
  };
}

/** A mandate in one sentence, as its reader stands in it: 您委托样例·李某办所有的事，到2026年6月2日为止，可以随时撤销。 */
export function useMandateSentence() {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const extent = useExtent();
  return ({
    side,
    other,
    itemIds,
    untilDay,
    state = 'valid',
  }: {
    state?: MandateView['state'];
    side: MandateView['side'];
    other: { name: string };
    itemIds?: readonly string[] | undefined;
    untilDay: string;
  }): string =>
    t(`mandates.${state === 'valid' || state === 'coming' ? 'sentence' : 'overSentence'}.${side}`, {
      name: other.name,
      matters: extent(itemIds),
      day: dayWithYear(untilDay, language),
    });
}

/** The names of matters by their ids, while they are still published. */
function useItemNames(): (itemId: string) => string {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { data } = useRead('GET /items', {});
  const names = new Map(data?.items.map(({ itemId, name }) => [itemId, text(name)]));
  return (itemId) => names.get(itemId) ?? (data === undefined ? t('opening') : t('mandates.itemGone'));
}

/**
 * The written mandate 委托书: both persons, matters, what the agent may do, period. Printed on A4 it has lines to sign
 * on, for a window. `change` puts a way back beside an answer that can still be changed.
 */
export function MandatePaper({
  paper,
  change,
}: {
  paper: Paper;
  change?: (step: 'who' | 'matters' | 'until') => ReactNode;
}) {
  const { t } = useTranslation('resident');
  const { language, text } = useSaying();
  const nameOf = useItemNames();
  const person = ({ name, residentNumber }: Person) => (
    <>
      {name}
      <span className="hint block">{residentNumber}</span>
    </>
  );
  const action = (step: 'who' | 'matters' | 'until') => (change === undefined ? {} : { action: change(step) });
  return (
    <div className="mandate-paper">
      <p className="print-only mandate-title">{t('mandates.paper.title')}</p>
      <Facts>
        <Fact label={t('mandates.paper.principal')}>{person(paper.principal)}</Fact>
        <Fact label={t('mandates.paper.agent')} {...action('who')}>
          {person(paper.agent)}
        </Fact>
        <Fact label={t('mandates.paper.matters')} {...action('matters')}>
          {paper.itemIds === undefined ? (
            t('mandates.every')
          ) : (
            <ul className="mandate-matters">
              {paper.itemIds.map((itemId) => (
                <li key={itemId}>{nameOf(itemId)}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label={t('mandates.paper.scope')}>
          <Say text={text(mandateScopes[paper.scope])} />
        </Fact>
        <Fact label={t('mandates.paper.period')} {...action('until')}>
          <Say
            text={t('mandates.paper.periodText', {
              from: dayWithYear(paper.fromDay, language),
              until: dayWithYear(paper.untilDay, language),
            })}
          />
        </Fact>
      </Facts>
      <div className="print-only mandate-signatures">
        <p>{t('mandates.paper.promise')}</p>
        {(['principal', 'agent', 'witness'] as const).map((who) => (
          <p key={who} className="mandate-line">
            <span>{t(`mandates.paper.sign.${who}`)}</span>
            <span className="mandate-blank" />
            <span>{t('mandates.paper.signDay')}</span>
            <span className="mandate-blank" />
          </p>
        ))}
      </div>
    </div>
  );
}

/** Prints the page. */
export function PrintButton({ filled }: { filled: boolean }) {
  const { t } = useTranslation('resident');
  return (
    <p className="no-print">
      <button type="button" className={filled ? 'button' : 'plain'} onClick={() => window.print()}>
        {filled ? t('mandates.print') : <span className="line">{t('mandates.print')}</span>}
      </button>
    </p>
  );
}
