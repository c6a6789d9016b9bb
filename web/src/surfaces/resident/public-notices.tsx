import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import type { PublicNotice as Notice } from '../../../../contract/procedures.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Submit, TextField, type Wrong } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useMe } from './self.ts';

/** 公示: what is about to be decided, those still open first, and why some matters took longer than promised. */
export function PublicNotices() {
  const { t } = useTranslation(['publicNotices', 'resident']);
  const { at, text, day } = useSaying();
  const [params] = useSearchParams();
  const after = params.get('after');
  const read = useRead('GET /public-notices', after === null ? {} : { after });
  const explained = useRead('GET /promise-explanations', {});
  const hearings = useRead('GET /hearings', {}).data?.hearings ?? [];
  return (
    <Loaded of={read}>
      {({ notices, next }) => (
        <Page heading={t('publicNotices:title')} before={<Back to="/">{t('resident:home')}</Back>}>
          <p>
            <Say text={notices.length === 0 ? t('publicNotices:none') : t('publicNotices:lead')} />
          </p>
          <Rows>
            {notices.map((notice) => (
              <Row key={notice.noticeId} to={`/notices/${notice.noticeId}`} name={text(notice.itemName)}>
                <span className="row-note">
                  <Say
                    text={
                      notice.open ? t('publicNotices:open', { day: day(notice.untilDay) }) : t('publicNotices:over')
                    }
                  />
                </span>
              </Row>
            ))}
          </Rows>
          {next === undefined ? null : (
            <p>
              <Link href={`/notices?after=${encodeURIComponent(next)}`}>
                <span className="line">{t('publicNotices:more')}</span>
              </Link>
            </p>
          )}
          {hearings.length === 0 ? null : (
            <Section heading={t('publicNotices:hearings')}>
              <p>
                <Say text={t('publicNotices:hearingsLead')} />
              </p>
              {hearings.map(({ meetingId, itemName, organ, applicant, startsAt, place, phone }) => (
                <Public key={meetingId} name={text(itemName)} organ={text(organ)}>
                  <span className="block">
                    <Say
                      text={t('publicNotices:hearingAt', {
                        when: at(startsAt),
                        place,
                      })}
                    />
                  </span>
                  <span className="block">{t('publicNotices:hearingCall', { applicant, phone })}</span>
                </Public>
              ))}
            </Section>
          )}
          <Section heading={t('publicNotices:explanations')}>
            <p>
              <Say text={t('publicNotices:explanationsLead')} />
            </p>
            {explained.data?.explanations.length === 0 ? <p>{t('publicNotices:noExplanations')}</p> : null}
            {explained.data?.explanations.map((one) => (
              <Public key={one.extensionId} name={text(one.itemName)} organ={text(one.organ)}>
                <span className="block">
                  <Say
                    text={t('publicNotices:moved', { days: one.days, from: day(one.oldDay), to: day(one.newDay) })}
                  />
                </span>
                <span className="block">{one.explanation}</span>
              </Public>
            ))}
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

/** What an office says of one matter to everybody. */
function Public({ name, organ, children }: { name: string; organ: string; children: ReactNode }) {
  return (
    <>
      <h3>{name}</h3>
      <p className="hint">{organ}</p>
      <p>{children}</p>
    </>
  );
}

/** One notice, and the place to object to it while it runs. */
export function PublicNotice() {
  const { noticeId = '' } = useParams();
  return (
    <Loaded of={useRead('GET /public-notices/:noticeId', { noticeId })}>
      {(notice) => <NoticePage notice={notice} />}
    </Loaded>
  );
}

function NoticePage({ notice }: { notice: Notice }) {
  const { t } = useTranslation('publicNotices');
  const { text, day } = useSaying();
  return (
    <Page heading={text(notice.itemName)} before={<Back to="/notices">{t('back')}</Back>}>
      <Facts>
        <Fact label={t('applicant')}>{notice.applicant}</Fact>
        <Fact label={t('organ')}>{text(notice.organ)}</Fact>
        <Fact label={t('from')}>{day(notice.fromDay)}</Fact>
        <Fact label={t('until')}>
          {day(notice.untilDay)}
          {notice.provisional ? t('provisional') : ''}
          {notice.open ? '' : ` ${t('over')}`}
        </Fact>
        <Fact label={t('content')}>{notice.content}</Fact>
      </Facts>
      <Objection notice={notice} />
    </Page>
  );
}

function Objection({ notice }: { notice: Notice }) {
  const { t } = useTranslation('publicNotices');
  const me = useMe();
  const mine = useRead(
    'GET /my/public-notices/:noticeId/objection',
    { noticeId: notice.noticeId },
    { enabled: me !== undefined },
  ).data?.objection;
  if (mine !== undefined)
    return (
      <Section heading={t('mine')}>
        <p role="status">{t('sent')}</p>
        <Facts>
          <Fact label={t('mine')}>{mine.text}</Fact>
          <Fact label={t('answer')}>{mine.answer ?? t('waiting')}</Fact>
        </Facts>
      </Section>
    );
  if (!notice.open) return null;
  return (
    <Section heading={t('object')}>
      <p>
        <Say text={t('objectText')} />
      </p>
      {me === undefined ? (
        <p>
          <Link className="button" href={`/sign-in?to=${encodeURIComponent(`/notices/${notice.noticeId}`)}`}>
            {t('signIn')}
          </Link>
        </p>
      ) : (
        <ObjectionForm noticeId={notice.noticeId} />
      )}
      <p>
        <Say text={t('orWindow', { phone: notice.phone })} />
      </p>
    </Section>
  );
}

function ObjectionForm({ noticeId }: { noticeId: string }) {
  const { t } = useTranslation('publicNotices');
  const client = useQueryClient();
  const sentences = useSentences();
  const object = useAct('POST /my/public-notices/:noticeId/objections');
  const [draft, setDraft] = useState({ name: '', phone: '', text: '' });
  const [attempt, setAttempt] = useState(0);
  const missing: Wrong[] = [
    ...(draft.name.trim() === '' ? [{ field: 'name', sentence: t('needName') }] : []),
    ...(draft.text.trim() === '' ? [{ field: 'text', sentence: t('needText') }] : []),
  ];
  const wrongs: Wrong[] =
    attempt === 0
      ? []
      : [...missing, ...(object.error ? [{ field: 'text', sentence: sentences.refused(object.error) }] : [])];
  const wrongOf = (field: string) => wrongs.find((wrong) => wrong.field === field)?.sentence;
  const send = () => {
    setAttempt((before) => before + 1);
    if (missing.length > 0) return;
    const phone = draft.phone.trim();
    object.mutate(
      { noticeId, name: draft.name.trim(), text: draft.text.trim(), ...(phone !== '' && { phone }) },
      {
        onSuccess: () => void client.invalidateQueries({ queryKey: ['GET /my/public-notices/:noticeId/objection'] }),
      },
    );
  };
  return (
    <Form onSubmit={send} busy={object.isPending}>
      <ErrorSummary wrongs={wrongs} attempt={attempt} />
      <TextField
        id="name"
        label={t('name')}
        wrong={wrongOf('name')}
        value={draft.name}
        autoComplete="name"
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <TextField
        id="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        numeric
        value={draft.phone}
        autoComplete="tel"
        onChange={(phone) => setDraft({ ...draft, phone })}
      />
      <TextField
        id="text"
        label={t('text')}
        hint={t('textHint')}
        wrong={wrongOf('text')}
        long
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      <Submit working={t('sending')} busy={object.isPending}>
        {t('send')}
      </Submit>
    </Form>
  );
}
