import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { Replies } from '../../../../contract/routes.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Form, Refused, Submit } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

/** 听证: what the right is, until when, and the two answers. */
export function Hearing() {
  const { t } = useTranslation('resident');
  const { caseId = '' } = useParams();
  const read = useRead('GET /my/cases/:caseId/hearing', { caseId });
  return (
    <Loaded of={read}>
      {({ hearing, meeting, mayAnswer }) => (
        <Page heading={t('hearing.title')} before={<Back to={`/my/cases/${caseId}`}>{t('hearing.back')}</Back>}>
          {hearing === undefined ? (
            <p>{t('hearing.none')}</p>
          ) : (
            <Right caseId={caseId} hearing={hearing} meeting={meeting} mayAnswer={mayAnswer} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

type Own = Replies['GET /my/cases/:caseId/hearing'];

function Right({
  caseId,
  hearing,
  meeting,
  mayAnswer,
}: {
  caseId: string;
  hearing: NonNullable<Own['hearing']>;
  meeting: Own['meeting'];
  mayAnswer: boolean;
}) {
  const { t } = useTranslation('resident');
  const { day, at } = useSaying();
  const [own] = hearing.parties;
  const waived = own?.answer === 'WAIVED';
  const arranged = meeting?.state === 'CANCELLED' ? undefined : meeting;
  return (
    <>
      <p>
        <Say text={t('hearing.right')} />
      </p>
      <Facts>
        <Fact label={t('hearing.matter')}>{hearing.matter}</Fact>
        {arranged === undefined ? null : (
          <Fact label={t('hearing.when')}>
            {t('hearing.meeting', {
              at: at(arranged.startsAt),
              place: arranged.place,
            })}
          </Fact>
        )}
      </Facts>
      {own?.answer === undefined ? null : (
        <p>{t(`hearing.own.${own.answer}`, { day: day(own.answeredDay ?? hearing.notifiedDay) })}</p>
      )}
      {arranged === undefined ? (
        <p>
          <strong>
            {hearing.state === 'NOTIFIED'
              ? t(waived ? 'hearing.changeUntil' : 'hearing.until', { day: day(hearing.requestLastDay) })
              : t(`hearing.states.${hearing.state}`, { day: day(hearing.holdLastDay ?? hearing.requestLastDay) })}
          </strong>
        </p>
      ) : null}
      {mayAnswer ? <HearingAnswers caseId={caseId} lastDay={hearing.requestLastDay} waived={waived} /> : null}
    </>
  );
}

/** The two answers to the right to a hearing; who gave it up may still ask. */
export function HearingAnswers({ caseId, lastDay, waived }: { caseId: string; lastDay: string; waived: boolean }) {
  const { t } = useTranslation('resident');
  const { day } = useSaying();
  const asked = useAct('POST /my/cases/:caseId/request-hearing');
  const given = useAct('POST /my/cases/:caseId/waive-hearing');
  const ask = () => asked.mutate({ caseId });
  return (
    <Form onSubmit={ask} busy={asked.isPending || given.isPending}>
      <Refused refusal={asked.error ?? given.error} retry={ask} />
      <Submit working={t('hearing.asking')} busy={asked.isPending}>
        {t('hearing.ask')}
      </Submit>
      {waived ? null : (
        <>
          <p>
            <button
              type="button"
              className="button second"
              aria-disabled={given.isPending}
              onClick={() => {
                if (!asked.isPending && !given.isPending) given.mutate({ caseId });
              }}
            >
              {t('hearing.waive')}
            </button>
          </p>
          <p className="hint">
            <Say text={t('hearing.waiveNote', { day: day(lastDay) })} />
          </p>
        </>
      )}
    </Form>
  );
}
