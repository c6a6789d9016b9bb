import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResidentCase } from '../../../../../contract/cases.ts';
import { resultPapers } from '../../../../../contract/words.ts';
import { hrefOf } from '../../../api/call.ts';
import { timeOf } from '../../../ui/day.ts';
import { useDistrict, useSaying } from '../../../ui/resident/district.tsx';
import { Page, Section } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { CaseNumber, QueryCode } from '../case-number.tsx';
import { useGuide } from '../reads.ts';
import { useMe } from '../self.ts';
import { readReceived } from './draft.ts';

/** What a person keeps: the number, the code, what happens next and when, whom to ask. Reload never submits again. */
export function Done({ matter }: { matter: ResidentCase }) {
  const { t } = useTranslation(['resident', 'outcomes']);
  const { text, day } = useSaying();
  const { hotline } = useDistrict();
  const me = useMe();
  const numbers = readReceived(matter.caseId);
  const caseNo = matter.caseNo ?? numbers?.caseNo ?? '';
  // Until the answer of the submission is read again, nobody holds the case yet.
  const phone = matter.intakeCenter?.phone ?? matter.holder.phone;
  // Links come when nothing above them grows any more: what has the focus stays where it is.
  const guide = useGuide(matter.itemId);
  const isWhole = matter.receivedDay !== undefined && !guide.isPending;
  const receipt = matter.documents.find(({ kind }) => kind === 'intakeReceipt');
  return (
    <Page
      heading={
        matter.outcome === undefined
          ? t('apply.done.title')
          : t('apply.done.decidedTitle', { outcome: t(`outcomes:${matter.profile}.${matter.outcome}`) })
      }
      className="done"
    >
      <div className="done-box">
        <p>{text(matter.itemName)}</p>
        <dl>
          <dt>{t('apply.done.caseNo')}</dt>
          <dd>
            <CaseNumber number={caseNo} />
          </dd>
          {numbers === undefined ? null : (
            <>
              <dt>{t('apply.done.queryCode')}</dt>
              <dd>
                <QueryCode code={numbers.queryCode} />
              </dd>
            </>
          )}
        </dl>
      </div>
      <p>
        {numbers === undefined ? (
          <Say text={t('apply.done.codeElsewhere')} />
        ) : (
          <Say text={t('apply.done.sent', { phone: me?.phone ?? '' })} />
        )}
        <span className="block">
          <Say text={t('apply.done.secret')} />
        </span>
      </p>
      {!isWhole ? null : matter.outcome === undefined ? <Next matter={matter} /> : <Decided matter={matter} />}
      {isWhole ? (
        <Section heading={t('apply.done.who')}>
          <ul className="rows people">
            {phone === '' ? null : (
              <li>
                <span>{text(matter.intakeCenter?.name ?? matter.holder.organ)}</span>
                <a className="tel" href={`tel:${phone}`}>
                  {phone}
                </a>
              </li>
            )}
            <li>
              <span>
                {t('apply.done.hotline')}
                <span className="hint block">{t('apply.done.hotlineNote')}</span>
              </span>
              <a className="tel" href={`tel:${hotline}`}>
                {hotline}
              </a>
            </li>
          </ul>
        </Section>
      ) : null}
      {isWhole ? (
        <div className="one-button no-print">
          <Link className="button" href={`/my/cases/${matter.caseId}`}>
            {t('apply.done.follow')}
          </Link>
          <p>
            {receipt?.ready ? (
              <a href={hrefOf('GET /my/documents/:documentId/pdf', { documentId: receipt.documentId })}>
                <span className="line">{t('apply.done.receipt')}</span>
              </a>
            ) : (
              <Say text={t('apply.done.receiptSoon')} />
            )}
          </p>
        </div>
      ) : null}
      {matter.receivedDay === undefined ? null : <p className="print-only">{day(matter.receivedDay)}</p>}
    </Page>
  );
}

/** Decided with the submission: nothing is waited for any more, and these are the papers to take. */
function Decided({ matter: { documents, actions } }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const papers = documents.filter(({ kind }) => resultPapers.includes(kind) && kind !== 'deliveryReceipt');
  return (
    <Section heading={t('apply.done.take')} line={false}>
      <ul className="documents">
        {papers.map(({ documentId, title, number, ready }) => (
          <li key={documentId}>
            {ready ? (
              <a className="touch" href={hrefOf('GET /my/documents/:documentId/pdf', { documentId })}>
                <span className="line">{t('apply.done.paper', { title })}</span>
              </a>
            ) : (
              <span className="hint">{t('apply.done.paperSoon', { title })}</span>
            )}
            {number === undefined ? null : <span className="hint block">{number}</span>}
          </li>
        ))}
      </ul>
      {actions.includes('receiveResult') ? (
        <p>
          <Say text={t('apply.done.receive')} />
        </p>
      ) : null}
      {documents.some(({ kind }) => kind === 'commitmentLetter') ? (
        <p>
          <Say text={t('commit.doneAtOnce')} />
        </p>
      ) : null}
    </Section>
  );
}

/** The dates ahead, all from the clock of this case and of its guide. */
function Next({ matter }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { day, today, language } = useSaying();
  const guide = useGuide(matter.itemId).data;
  const { receivedDay, receivedAt, due } = matter;
  if (receivedDay === undefined || receivedAt === undefined) return null;
  const decided =
    matter.promisedDueDay ??
    matter.statutoryDueDay ??
    (receivedDay === today ? guide?.ifAppliedToday.decidedByDay : undefined);
  return (
    <Section heading={t('apply.done.next')} line={false}>
      <ol className="next">
        <li className="next-done">
          <strong>
            <Say text={`${day(receivedDay)}${language === 'en' ? ', ' : ''}${timeOf(receivedAt)}`} />
          </strong>
          <span className="block">
            <Say text={t('apply.done.received')} />
          </span>
        </li>
        {due?.purpose !== 'answer' ? null : (
          <li>
            <strong>
              <Say text={t('due.latest', { day: day(due.day) })} />
            </strong>
            <span className="block">
              <Say text={t('apply.done.answer')} />
              {guide?.deemedAcceptance ? <Say text={t('apply.done.deemed', { day: day(receivedDay) })} /> : null}
            </span>
          </li>
        )}
        {decided === undefined ? null : (
          <li>
            <strong>
              <Say text={t('due.latest', { day: day(decided) })} />
            </strong>
            <span className="block">
              <Say text={t('apply.done.decided')} />
            </span>
          </li>
        )}
      </ol>
      <p className="no-print">
        <Link href={`/my/cases/${matter.caseId}/why`}>
          <span className="line">{t('due.whyMany')}</span>
        </Link>
      </p>
    </Section>
  );
}
