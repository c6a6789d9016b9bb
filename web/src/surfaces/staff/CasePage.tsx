import { useEffect } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { ProceduresPart } from '../procedures/ProceduresPart.tsx';
import { Blocked, CaseActions } from './CaseActions.tsx';
import { CaseHead } from './CaseHead.tsx';
import { usePageTitle } from './Chrome.tsx';
import { DocumentReader, Documents } from './Documents.tsx';
import { Loading } from './Loading.tsx';
import { MaterialList, MaterialsCount, unread, Viewer } from './Materials.tsx';
import { AnswerList, Parties } from './Parties.tsx';
import { Progress } from './Progress.tsx';
import { isPageAct } from './page-acts.ts';
import { Refused, useFreshCase } from './Refused.tsx';
import { HistoryBroken, Story } from './Story.tsx';
import { WhyThisDay } from './WhyThisDay.tsx';
import { type StaffWord, useWords } from './words.ts';

/** A return of the file, and what answers one. */
const aroundReturn = ['returnSheet', 'correctionNotice', 'intakeReceipt'];

/** One case on a whole page: what happened, where it stands, why that day, its documents and people. */
export function CasePage({ caseId }: { caseId: string }) {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const material = params.get('material') ?? undefined;
  const documentId = params.get('document');
  const done = params.get('done');
  const settled = useRead('GET /cases/:caseId', { caseId }, { enabled: done === null });
  const fresh = useFreshCase(done === null ? undefined : caseId);
  const read = done === null ? settled : fresh;
  const kase = read.data;
  const show = (what: { material: string } | { document: string } | undefined) =>
    setParams(what ? { ...what } : {}, { replace: true });
  const choose = (key: string) => show({ material: key });
  const next = kase && unread(kase)[0];
  const able = (act: 'accept' | 'correct') =>
    kase?.actions.includes(act) ? () => go(`/cases/${caseId}/${act}`) : undefined;
  usePageTitle(kase ? `${kase.applicant} ${local(kase.itemName)}` : t('case.story'));
  const reading = material !== undefined || documentId !== null;
  const leave = () => (reading ? show(undefined) : history.back());
  useKeys({
    a: able('accept'),
    b: able('correct'),
    o: next ? () => choose(next.requirement.key) : undefined,
    Escape: leave,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet, wherever it was chosen, comes into sight
  useEffect(() => {
    document.querySelector('.case-reading')?.scrollIntoView({ block: 'nearest' });
  }, [material, documentId]);
  const ready = kase !== undefined;
  useEffect(() => {
    if (ready && location.hash === '#why') document.getElementById('why')?.scrollIntoView();
  }, [ready]);
  if (kase === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
        <p>
          <Link href="/">{t('backToList')}</Link>
        </p>
      </div>
    ) : (
      <Loading />
    );
  // The last sheet, and only until the applicant was asked or answered again.
  const latest = [...kase.documents].reverse().find(({ kind }) => aroundReturn.includes(kind));
  const sentBack = kase.state === 'RECEIVED' && latest?.kind === 'returnSheet' ? latest : undefined;
  const opened = kase.documents.find((document) => document.documentId === documentId && document.ready);
  return (
    <div className="page">
      <CaseHead kase={kase}>
        <CaseActions kase={kase} onOpenMaterial={choose} />
      </CaseHead>
      {(done !== null && isPageAct(done)) || kase.blocked.length > 0 || !kase.history.whole || sentBack ? (
        <div className="page-notices">
          <HistoryBroken kase={kase} />
          {done !== null && isPageAct(done) && (
            <Notice tone="green" role="status">
              {t(`case.done.${done}` as StaffWord)} <Link href="/">{t('backToList')}</Link>
            </Notice>
          )}
          <Blocked kase={kase} />
          {sentBack && (
            <Notice tone="yellow" role="status">
              {t('backoffice.front.back')}{' '}
              <Link href={`/cases/${caseId}?document=${sentBack.documentId}`}>{t('backoffice.front.why')}</Link>
            </Notice>
          )}
        </div>
      ) : null}
      <div className={reading ? 'case-body case-body-reading' : 'case-body'}>
        {!reading ? (
          <Story kase={kase} />
        ) : (
          <div className="case-reading">
            <div className="row reading-top">
              <h2 className="grow">{t(opened ? 'case.documents' : 'case.materials')}</h2>
              <button type="button" className="plain-link" onClick={() => show(undefined)}>
                {t('case.story')}
              </button>
            </div>
            {opened ? <DocumentReader document={opened} /> : <Viewer kase={kase} chosen={material} onChoose={choose} />}
          </div>
        )}
        <div className="case-side">
          {reading && (
            <section className="block" aria-labelledby="form-answers">
              <h2 id="form-answers">{t('case.answers')}</h2>
              <AnswerList kase={kase} />
            </section>
          )}
          <Progress kase={kase} />
          <WhyThisDay kase={kase} />
          <ProceduresPart kase={kase} />
          <section className="block" aria-labelledby="materials">
            <h2 id="materials">
              {t('case.materials')} <MaterialsCount kase={kase} />
            </h2>
            <MaterialList kase={kase} onOpen={choose} />
          </section>
          <div className="two">
            <Documents kase={kase} onOpen={(id) => show({ document: id })} />
            <section className="block" aria-labelledby="people">
              <h2 id="people">{t('case.who')}</h2>
              <Parties kase={kase} />
              <dl className="facts">
                <div>
                  <dt>{t('case.delivery')}</dt>
                  <dd>{t(`case.deliveryWish.${kase.deliveryWish}`)}</dd>
                </div>
                {kase.deliveryAgent && (
                  <div>
                    <dt>{t('role.villageAgent')}</dt>
                    <dd>
                      {[kase.deliveryAgent.name, local(kase.deliveryAgent.title)].filter(Boolean).join(t('comma'))}
                    </dd>
                  </div>
                )}
                {kase.regionName && (
                  <div>
                    <dt>{t('case.region')}</dt>
                    <dd>{local(kase.regionName)}</dd>
                  </div>
                )}
                <div>
                  <dt>{t('case.acceptingOrgan')}</dt>
                  <dd>{local(kase.acceptingOrgan)}</dd>
                </div>
                <div>
                  <dt>{t('case.decidingOrgan')}</dt>
                  <dd>{local(kase.decidingOrgan)}</dd>
                </div>
                <div>
                  <dt>{t('case.channel')}</dt>
                  <dd>{t(`case.channelWord.${kase.channel}`)}</dd>
                </div>
                <div>
                  <dt>{t('case.readers')}</dt>
                  <dd>{t('case.readersCount', { people: kase.readers.people, times: kase.readers.times })}</dd>
                </div>
              </dl>
            </section>
          </div>
          {!reading && (
            <section className="block" aria-labelledby="form-answers">
              <h2 id="form-answers">{t('case.answers')}</h2>
              <AnswerList kase={kase} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
