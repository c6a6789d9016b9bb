import { Link } from 'wouter';
import type { StaffCase } from '../../../../contract/cases.ts';
import { useRead } from '../../api/hooks.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { unread } from './Materials.tsx';
import { type PageAct, pageActs } from './page-acts.ts';
import { readableFacts } from './Refused.tsx';
import { refusalSentence, useWords } from './words.ts';

const keyOf: Partial<Record<PageAct, string>> = { accept: 'a', correct: 'b' };
const preferred: readonly PageAct[] = [
  'decideAtDesk',
  'accept',
  'receiveSupplement',
  'receiveTolerated',
  'signFor',
  'review',
  'decide',
  'certify',
  'deliver',
  'postNotice',
  'closeNotice',
  'endProcedure',
  'recordUpperDecision',
  'extend',
];

/** Acts on one of several tasks stand in its box of the drawing, those on a paper in the list of papers. */
const inTheBox: readonly PageAct[] = ['returnTask', 'addSigner', 'reassignTask', 'reopenTask', 'serveDocument'];

/** Beside the next act, what else comes up often; the rest is behind one button. */
const beside = 2;

/** The acts of this record as links to their previews: one filled button where something is due next; the rest beside it. */
export function CaseActions({ kase, onOpenMaterial }: { kase: StaffCase; onOpenMaterial?: (key: string) => void }) {
  const { t } = useWords();
  const idle = useIdle(kase);
  const acts = pageActs.filter((act) => kase.actions.includes(act) && !inTheBox.includes(act) && !idle.includes(act));
  const soon = preferred.filter((act) => acts.includes(act));
  const [first] = soon;
  const toRead = first === 'accept' ? unread(kase)[0] : undefined;
  const readNo = toRead ? kase.materials.indexOf(toRead) + 1 : 0;
  const ordered = [...new Set([...soon, ...acts])];
  if (ordered.length === 0) return null;
  return (
    <div className="acts">
      {toRead && onOpenMaterial && (
        <button type="button" className="button button-primary" onClick={() => onOpenMaterial(toRead.requirement.key)}>
          {t('case.openNext', { n: readNo })} <Key>o</Key>
        </button>
      )}
      {ordered.slice(0, 1 + beside).map((act) => (
        <Link
          key={act}
          href={`/cases/${kase.caseId}/${act}`}
          className={act === first && !(toRead && onOpenMaterial) ? 'button button-primary' : 'button'}
        >
          {t(`act.${act}`)}…{keyOf[act] && <Key>{keyOf[act]}</Key>}
        </Link>
      ))}
      <MoreActs kase={kase} acts={ordered.slice(1 + beside)} />
    </div>
  );
}

/** Of a public notice: what was put up is not put up again, and what is not up is not taken down. */
function useIdle({ caseId, actions }: StaffCase): readonly PageAct[] {
  const asked = (['postNotice', 'closeNotice'] as const).filter((act) => actions.includes(act));
  const { data } = useRead('GET /cases/:caseId/procedures', { caseId }, { enabled: asked.length > 0 });
  const is = {
    postNotice: data !== undefined && data.noticesToPost.length > 0,
    closeNotice: data?.notices.some(({ closedAt }) => closedAt === undefined) ?? false,
  };
  return asked.filter((act) => !is[act]);
}

/** The acts that come up seldom, in a list that opens. */
function MoreActs({ kase, acts }: { kase: StaffCase; acts: readonly PageAct[] }) {
  const { t } = useWords();
  if (acts.length === 0) return null;
  return (
    <details className="more-acts">
      <summary className="button">{t('tasks.more')}</summary>
      <ul>
        {acts.map((act) => (
          <li key={act}>
            <Link href={`/cases/${kase.caseId}/${act}`}>{t(`act.${act}`)}…</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Acts that this person would have but for one reason: said as sentences, never as grey buttons. */
export function Blocked({ kase }: { kase: StaffCase }) {
  const words = useWords();
  if (kase.blocked.length === 0) return null;
  return (
    <>
      {kase.blocked.map(({ act, code, facts }) => (
        <Notice key={act} tone="plain">
          <strong>{words.t('case.blockedAct', { act: words.t(`act.${act}`) })}</strong>
          {words.t('colon')}
          {refusalSentence(code, readableFacts(facts, words))}
        </Notice>
      ))}
    </>
  );
}
