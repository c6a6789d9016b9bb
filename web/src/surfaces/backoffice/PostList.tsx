import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { StaffedPost } from '../../../../contract/people.ts';
import { absenceKinds } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages, useWhole } from '../staff/pages.ts';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { type AbsenceFields, useAbsenceRules } from './absence-fields.ts';
import { OfficeLimits } from './OfficeLimits.tsx';
import { Uncovered } from './Uncovered.tsx';

type Person = StaffedPost['holders'][number];
type Asking =
  | { what: 'appoint'; post: StaffedPost }
  | { what: 'end'; post: StaffedPost; person: Person }
  | { what: 'away'; post: StaffedPost; person: Person };

/** Every post with its holder (A) and its substitutes (B); an administrator appoints, and records who is away. */
export function PostList() {
  const { t, local, day } = useWords();
  const [params, setParams] = useSearchParams();
  const organId = params.get('organ') ?? undefined;
  const list = usePages('GET /posts', { limit: 50, ...(organId !== undefined && { organId }) });
  const organs = useWhole('GET /organs', { limit: 100 }).data?.pages.flatMap((page) => page.organs) ?? [];
  const back = useAct('POST /absences/:absenceId/end');
  const [asking, setAsking] = useState<Asking>();
  const [said, setSaid] = useState<string>();
  usePageTitle(t('backoffice.posts.title'));
  const posts = list.data?.pages.flatMap((page) => page.posts) ?? [];
  const saysRole = ({ title, role }: StaffedPost) =>
    local(title)
      .toLowerCase()
      .includes(t(`role.${role}`).toLowerCase());
  const close = (sentence?: string) => {
    setAsking(undefined);
    setSaid(sentence);
  };
  return (
    <div className="page-pad stack">
      <h1>{t('backoffice.posts.title')}</h1>
      <p className="quiet">{t('backoffice.posts.lead')}</p>
      <Uncovered />
      <Refused error={list.error ?? back.error} />
      {said !== undefined && (
        <Notice tone="green" role="status">
          {said}
        </Notice>
      )}
      <fieldset className="filters" aria-label={t('backoffice.posts.organ')}>
        <Select
          aria-label={t('backoffice.posts.organ')}
          variant="borderless"
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('backoffice.posts.organ')}
          value={organId === undefined ? '' : organs.find((organ) => organ.organId === organId)?.organId}
          onChange={(value) => setParams(value ? { organ: value } : {}, { replace: true })}
          options={[
            { value: '', label: t('backoffice.sheets.all') },
            ...organs.map(({ organId: value, name }) => ({ value, label: local(name) })),
          ]}
        />
      </fieldset>
      <Scrolled label={t('backoffice.posts.title')}>
        <table className="rows rows-plain">
          <thead>
            <tr>
              <th scope="col">{t('backoffice.posts.organ')}</th>
              <th scope="col">{t('backoffice.posts.post')}</th>
              <th scope="col">{t('backoffice.posts.holder')}</th>
              <th scope="col">{t('backoffice.posts.substitute')}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <tr key={post.postId}>
                <td>
                  {local(post.organ)}
                  {post.center && <div className="quiet">{local(post.center)}</div>}
                </td>
                <td>
                  {local(post.title)} {!saysRole(post) && <span className="quiet">{t(`role.${post.role}`)}</span>}
                </td>
                <td>
                  {post.holders.length === 0 && <span className="quiet">{t('backoffice.posts.vacant')}</span>}
                  {post.holders.map((person) => (
                    <div key={person.appointmentId} className="row">
                      <span>{person.name}</span>
                      {person.absence === undefined ? (
                        <Button
                          size="small"
                          type="text"
                          aria-label={`${t('backoffice.posts.record')}${t('colon')}${local(post.organ)} ${person.name}`}
                          onClick={() => setAsking({ what: 'away', post, person })}
                        >
                          {t('backoffice.posts.record')}…
                        </Button>
                      ) : (
                        <>
                          <span className="quiet">
                            {t('backoffice.posts.away', {
                              kind: t(`backoffice.absences.kind.${person.absence.kind}`),
                              day: day(person.absence.untilDay),
                            })}
                          </span>
                          <Button
                            size="small"
                            loading={back.isPending}
                            aria-label={`${t('backoffice.posts.back')}${t('colon')}${person.name}`}
                            onClick={() => back.mutate({ absenceId: person.absence?.absenceId ?? '' })}
                          >
                            {t(person.absence.now ? 'backoffice.posts.back' : 'backoffice.absences.cancel')}
                          </Button>
                        </>
                      )}
                    </div>
                  ))}
                </td>
                <td>
                  {post.substitutes.map((person) => (
                    <div key={person.appointmentId} className="row">
                      <span>{person.name}</span>
                      <Button
                        size="small"
                        type="text"
                        aria-label={`${t('backoffice.posts.end')}${t('colon')}${person.name}`}
                        onClick={() => setAsking({ what: 'end', post, person })}
                      >
                        {t('backoffice.posts.end')}…
                      </Button>
                    </div>
                  ))}
                  <Button
                    size="small"
                    aria-label={t('backoffice.posts.appointFor', {
                      post: `${local(post.center ?? post.organ)} ${local(post.title)}`,
                    })}
                    onClick={() => setAsking({ what: 'appoint', post })}
                  >
                    {t('backoffice.posts.appoint')}…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <More list={list} />
      <OfficeLimits />
      {asking?.what === 'appoint' && <Appoint post={asking.post} close={close} />}
      {asking?.what === 'end' && <End post={asking.post} person={asking.person} close={close} />}
      {asking?.what === 'away' && <RecordFor person={asking.person} close={close} />}
    </div>
  );
}

function Appoint({ post, close }: { post: StaffedPost; close: (said?: string) => void }) {
  const { t, local } = useWords();
  const appoint = useAct('POST /posts/:postId/substitutes');
  const [q, setQ] = useState('');
  const [form] = Form.useForm<{ staffId: string }>();
  const found = useRead('GET /staff-members', { limit: 50, ...(q.trim() !== '' && { q: q.trim().slice(0, 60) }) });
  const members = found.data?.members ?? [];
  return (
    <Modal
      open
      title={t('backoffice.posts.appointFor', { post: local(post.title) })}
      okText={t('backoffice.posts.appoint')}
      cancelText={t('cancel')}
      confirmLoading={appoint.isPending}
      onCancel={() => close()}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ staffId }) =>
          appoint.mutate(
            { postId: post.postId, staffId },
            {
              onSuccess: () =>
                close(
                  t('backoffice.posts.appointed', {
                    name: members.find((member) => member.staffId === staffId)?.name ?? '',
                  }),
                ),
            },
          )
        }
      >
        <Form.Item
          name="staffId"
          label={t('backoffice.posts.person')}
          rules={[{ required: true, message: t('backoffice.posts.needPerson') }]}
        >
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={t('backoffice.posts.search')}
            options={members.map(({ staffId, name, username, posts }) => ({
              value: staffId,
              label: [name, username, ...posts.map(({ title }) => local(title))].join(' · '),
            }))}
          />
        </Form.Item>
      </Form>
      <Refused error={appoint.error} />
    </Modal>
  );
}

function End({ post, person, close }: { post: StaffedPost; person: Person; close: (said?: string) => void }) {
  const { t, local } = useWords();
  const end = useAct('POST /substitutes/:appointmentId/end');
  return (
    <Modal
      open
      title={t('backoffice.posts.end')}
      okText={t('backoffice.posts.end')}
      cancelText={t('cancel')}
      confirmLoading={end.isPending}
      onCancel={() => close()}
      onOk={() =>
        end.mutate({ appointmentId: person.appointmentId }, { onSuccess: () => close(t('backoffice.posts.ended')) })
      }
    >
      <p>{t('backoffice.posts.endSure', { name: person.name, post: local(post.title) })}</p>
      <Refused error={end.error} />
    </Modal>
  );
}

function RecordFor({ person, close }: { person: Person; close: (said?: string) => void }) {
  const { t } = useWords();
  const [form] = Form.useForm<AbsenceFields>();
  const record = useAct('POST /staff-members/:staffId/absences');
  const rules = useAbsenceRules(form, record.error);
  const today = useToday();
  return (
    <Modal
      open
      title={`${t('backoffice.posts.record')}${t('colon')}${person.name}`}
      okText={t('backoffice.absences.do')}
      cancelText={t('cancel')}
      confirmLoading={record.isPending}
      onCancel={() => close()}
      onOk={() => form.submit()}
    >
      <Form<AbsenceFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'leave', fromDay: today }}
        onFinish={(fields) =>
          record.mutate(
            { staffId: person.staffId, ...fields },
            { onSuccess: () => close(t('backoffice.absences.done')) },
          )
        }
      >
        <Form.Item name="kind" label={t('backoffice.absences.reason')}>
          <Select
            options={absenceKinds.map((kind) => ({ value: kind, label: t(`backoffice.absences.kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="fromDay" label={t('backoffice.absences.fromDay')} rules={rules.fromDay}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="untilDay" label={t('backoffice.absences.untilDay')} rules={rules.untilDay}>
          <Input type="date" min={today} />
        </Form.Item>
      </Form>
      <Refused error={rules.rest} />
    </Modal>
  );
}
