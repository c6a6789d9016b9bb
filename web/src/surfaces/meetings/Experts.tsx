import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Expert } from '../../../../contract/meetings.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { expertFields, expertRelations } from '../../../../contract/words.ts';
import { useAct } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { ActDialog, useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import './meetings.css';

/** 专家库, kept by the approval bureau. */
export function Experts() {
  const { t, day } = useWords();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const field = expertFields.find((each) => each === params.get('field'));
  const list = usePages('GET /experts', { ...(field && { field }) });
  const [edited, edit] = useState<Expert | 'new'>();
  const experts = list.data?.pages.flatMap((page) => page.experts) ?? [];
  usePageTitle(t('meetings.experts.title'));
  return (
    <div className="page-pad meetings">
      <div className="row">
        <h1 className="grow">{t('meetings.experts.title')}</h1>
        <Button type="primary" onClick={() => edit('new')}>
          {t('meetings.experts.add')}
        </Button>
      </div>
      <p className="quiet">{t('meetings.experts.hint')}</p>
      <div className="row">
        <fieldset className="filters" aria-label={t('meetings.filters')}>
          <Select
            aria-label={t('meetings.experts.field')}
            variant="borderless"
            popupMatchSelectWidth={false}
            value={field ?? ''}
            onChange={(value) => setParams(value === '' ? {} : { field: value }, { replace: true })}
            options={[
              { value: '', label: t('meetings.experts.anyField') },
              ...expertFields.map((each) => ({ value: each, label: t(`meetings.experts.fields.${each}`) })),
            ]}
          />
        </fieldset>
        {list.data?.pages[0] && <span>{t('meetings.experts.total', { count: list.data.pages[0].total })}</span>}
      </div>
      <Refused error={list.error} />
      {list.isSuccess && experts.length === 0 && <p>{t('meetings.experts.none')}</p>}
      {experts.length > 0 && (
        <Scrolled label={t('meetings.experts.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('meetings.experts.name')}</th>
                <th scope="col">{t('meetings.experts.employer')}</th>
                <th scope="col">{t('meetings.experts.field')}</th>
                <th scope="col">{t('meetings.experts.standing')}</th>
                <th scope="col" className="right">
                  {t('meetings.experts.drawn')}
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {experts.map((expert) => (
                <tr key={expert.expertId}>
                  <td>{expert.name}</td>
                  <td>{expert.employer}</td>
                  <td>{expert.fields.map((each) => t(`meetings.experts.fields.${each}`)).join(t('list.separator'))}</td>
                  <td>
                    <Light shape={expert.active ? 'done' : 'none'}>
                      {t(expert.active ? 'meetings.experts.active' : 'meetings.experts.inactive')}
                    </Light>{' '}
                    <span className="quiet">
                      {expert.awayUntilDay !== undefined && expert.awayUntilDay >= today
                        ? t('meetings.experts.away', { day: day(expert.awayUntilDay) })
                        : expert.untilDay === undefined
                          ? t('meetings.experts.span', { from: expert.fromDay })
                          : t('meetings.experts.spanUntil', { from: expert.fromDay, until: expert.untilDay })}
                    </span>
                  </td>
                  <td className="right number">{expert.timesDrawn}</td>
                  <td className="right">
                    <Button
                      size="small"
                      onClick={() => edit(expert)}
                      aria-label={`${t('meetings.experts.edit')} ${expert.name}`}
                    >
                      {t('meetings.experts.edit')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
      {edited !== undefined && (
        <ExpertDialog expert={edited === 'new' ? undefined : edited} today={today} close={() => edit(undefined)} />
      )}
    </div>
  );
}

interface Typed {
  readonly name: string;
  readonly employer: string;
  readonly phone: string;
  readonly fields: Expert['fields'];
  readonly fromDay: string;
  readonly untilDay: string;
  readonly awayUntilDay: string;
  readonly relatives: string;
  readonly interests: string;
}

function ExpertDialog({ expert, today, close }: { expert: Expert | undefined; today: string; close: () => void }) {
  const words = useWords();
  const { t } = words;
  const added = useAct('POST /experts');
  const saved = useAct('POST /experts/:expertId/save');
  const sent = expert === undefined ? added : saved;
  const [typed, setTyped] = useState<Typed>(() => typedOf(expert, today, words));
  const put = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const missing = (isEmpty: boolean) => isEmpty && t('meetings.arrange.required');
  const form = useActForm({
    act: sent,
    faults: {
      name: missing(typed.name.trim() === ''),
      employer: missing(typed.employer.trim() === ''),
      phone: undefined,
      fields: missing(typed.fields.length === 0),
      fromDay: missing(typed.fromDay === ''),
      untilDay: undefined,
      awayUntilDay: undefined,
      relatives: undefined,
      interests: undefined,
    },
    submit: () => {
      const input = inputOf(typed, words);
      if (expert === undefined) added.mutate(input, { onSuccess: close });
      else saved.mutate({ expertId: expert.expertId, ...input }, { onSuccess: close });
    },
  });
  const line = (name: 'name' | 'employer' | 'phone', most: number) => (
    <Field label={t(`meetings.experts.${name}`)} fault={form.at(name, t(`meetings.experts.${name}`))}>
      {(bound) => (
        <Input
          {...bound}
          maxLength={most}
          value={typed[name]}
          onChange={({ target }) => put({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const day = (name: 'fromDay' | 'untilDay' | 'awayUntilDay', label: string) => (
    <Field label={label} fault={form.at(name, label)}>
      {(bound) => (
        <Input
          {...bound}
          type="date"
          className="meeting-when"
          value={typed[name]}
          onChange={({ target }) => put({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const area = (name: 'relatives' | 'interests', hint?: string) => (
    <Field label={t(`meetings.experts.${name}`)} hint={hint} fault={form.at(name, t(`meetings.experts.${name}`))}>
      {(bound) => (
        <Input.TextArea
          {...bound}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={typed[name]}
          onChange={({ target }) => put({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      form={form}
      title={expert === undefined ? t('meetings.experts.doAdd') : expert.name}
      button={t(expert === undefined ? 'meetings.experts.doAdd' : 'meetings.experts.doSave')}
      close={close}
    >
      {line('name', 200)}
      {line('employer', 400)}
      {line('phone', 40)}
      <Field label={t('meetings.experts.field')} fault={form.at('fields', t('meetings.experts.field'))}>
        {(bound) => (
          <Select<Expert['fields']>
            {...bound}
            mode="multiple"
            value={typed.fields}
            options={expertFields.map((each) => ({ value: each, label: t(`meetings.experts.fields.${each}`) }))}
            onChange={(fields) => put({ fields })}
          />
        )}
      </Field>
      {day('fromDay', t('meetings.experts.from'))}
      {day('untilDay', t('meetings.experts.until'))}
      {day('awayUntilDay', t('meetings.experts.awayUntil'))}
      {area('relatives', t('meetings.experts.relativesHint'))}
      {area('interests')}
    </ActDialog>
  );
}

function typedOf(expert: Expert | undefined, today: string, { t }: Words): Typed {
  const relatives = expert?.relatives ?? [];
  return {
    name: expert?.name ?? '',
    employer: expert?.employer ?? '',
    phone: expert?.phone ?? '',
    fields: expert?.fields ?? [],
    fromDay: expert?.fromDay ?? today,
    untilDay: expert?.untilDay ?? '',
    awayUntilDay: expert?.awayUntilDay ?? '',
    relatives: relatives
      .map(({ name, relation }) => `${name}${t('comma')}${t(`meetings.experts.relations.${relation}`)}`)
      .join('\n'),
    interests: (expert?.interests ?? []).join('\n'),
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was typed, as the route takes it; a relation that is none of the known is another. */
function inputOf(typed: Typed, { t }: Words): Inputs['POST /experts'] {
  const relations = expertRelations.map((relation) => [relation, t(`meetings.experts.relations.${relation}`)] as const);
  return {
    name: typed.name,
    employer: typed.employer,
    ...(typed.phone.trim() !== '' && { phone: typed.phone }),
    fields: [...typed.fields],
    fromDay: typed.fromDay,
    ...(typed.untilDay !== '' && { untilDay: typed.untilDay }),
    ...(typed.awayUntilDay !== '' && { awayUntilDay: typed.awayUntilDay }),
    relatives: linesOf(typed.relatives).map((line) => {
      const [name = line, said = ''] = line.split(/[，,]/u).map((part) => part.trim());
      return { name, relation: relations.find(([, word]) => word === said)?.[0] ?? 'other' };
    }),
    interests: linesOf(typed.interests),
  };
}
