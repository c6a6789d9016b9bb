import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { HandedIn, Sent } from '../../../../contract/cases.ts';
import type { MaterialRequirement } from '../../../../contract/catalogue.ts';
import { sentChannels } from '../../../../contract/words.ts';
import type { CallRefused } from '../../api/call.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { ActText } from './act-fields.tsx';
import { ActForm, useActForm } from './act-form.tsx';
import { PaperChecks, type PaperOnDesk, toHandedIn } from './PaperChecks.tsx';
import { useToday } from './Refused.tsx';
import { useWords } from './words.ts';

/** What a clerk wrote about how they came. */
interface Typed {
  by?: string;
  arrivedDay?: string;
  lateReason?: string;
}

/** Takes in papers that were asked for, as many as came; what is still open stays so. Nothing else may be asked. */
export function ReceivePapers({
  able,
  act,
  kept,
  materials,
  button,
  none,
  way,
  receive,
  done,
  children,
}: {
  able: boolean;
  act: { isPending: boolean; error: CallRefused | null };
  /** Where what was ticked is kept until it is received. */
  kept: string;
  materials: readonly MaterialRequirement[];
  button: string;
  /** Said where nothing was ticked. */
  none: string;
  /** Whether they were sent, and when they arrived, is asked too. */
  way?: 'asked';
  receive: (papers: HandedIn[], onSuccess: () => void, sent: Sent | undefined) => void;
  done: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const today = useToday();
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(kept, {});
  const [sent, setSent, forgetSent] = useKept<Typed>(`${kept}.sent`, {});
  const by = sentChannels.find((each) => each === sent.by);
  const arrivedDay = sent.arrivedDay ?? today;
  const lateReason = sent.lateReason ?? '';
  const wasLongAgo =
    sent.lateReason !== undefined || act.error?.fields.some(({ field }) => field === 'sent.lateReason') === true;
  const got = toHandedIn(materials, papers).filter(({ received }) => received);
  const form = useActForm({
    able,
    act,
    faults: {
      materials: got.length === 0 && none,
      ...(by && { 'sent.arrivedDay': !arrivedDay && t('supplement.noDay') }),
      ...(by && wasLongAgo && { 'sent.lateReason': false }),
    },
    submit: () =>
      receive(
        got,
        () => {
          forget();
          forgetSent();
          done();
        },
        by && { by, arrivedDay, ...(lateReason.trim() !== '' && { lateReason }) },
      ),
  });
  return (
    <ActForm form={form} button={button}>
      {children}
      {way === 'asked' && (
        <FieldGroup label={t('intake.came')} hint={by && t('supplement.sentHint')}>
          <Radio.Group
            aria-label={t('intake.came')}
            value={by ?? 'WINDOW'}
            onChange={(event) => setSent({ ...sent, by: event.target.value })}
            options={(['WINDOW', ...sentChannels] as const).map((value) => ({
              value,
              label: t(`intake.cameBy.${value}`),
            }))}
          />
        </FieldGroup>
      )}
      {by && (
        <Field label={t('intake.arrivedDay')} fault={form.at('sent.arrivedDay', t('intake.arrivedDay'))}>
          {(bound) => (
            <Input
              {...bound}
              type="date"
              className="day-field"
              max={today}
              value={arrivedDay}
              onChange={(event) => setSent({ ...sent, arrivedDay: event.target.value })}
            />
          )}
        </Field>
      )}
      {by && wasLongAgo && (
        <ActText
          form={form}
          name="sent.lateReason"
          label={t('intake.lateReason')}
          rows={2}
          maxLength={1000}
          value={lateReason}
          onChange={(text) => setSent({ ...sent, lateReason: text })}
        />
      )}
      <FieldGroup label={t('commitments.receive.papers')} fault={form.at('materials', t('commitments.receive.papers'))}>
        <PaperChecks
          materials={materials}
          papers={papers}
          onChange={(key, paper) => setPapers((before) => ({ ...before, [key]: paper }))}
        />
      </FieldGroup>
    </ActForm>
  );
}
