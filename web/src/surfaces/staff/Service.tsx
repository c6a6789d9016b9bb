import { Input, Radio } from 'antd';
import type { DocumentView, ServiceInput } from '../../../../contract/documents.ts';
import type { DeliveryMethod, ServiceReceiver } from '../../../../contract/values.ts';
import { deliveryMethods, serviceReceivers } from '../../../../contract/words.ts';
import type { CallRefused } from '../../api/call.ts';
import { Field as AskedField, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { useActForm } from './act-form.tsx';
import { useToday } from './Refused.tsx';
import { useWords } from './words.ts';

type Field = 'receiverName' | 'place' | 'entrustedTo' | 'carrier' | 'trackingNumber' | 'reason' | 'witness' | 'day';
type Draft = Record<Field, string> & { method: DeliveryMethod; receiver: ServiceReceiver };

/** What each method asks for; the server asks for the same. */
const asked: Record<DeliveryMethod, { fields: readonly Field[]; needed: readonly Field[] }> = {
  DIRECT: { fields: ['receiverName', 'place'], needed: ['receiverName'] },
  LEFT: { fields: ['place', 'reason', 'witness'], needed: ['place', 'reason', 'witness'] },
  ENTRUSTED: { fields: ['entrustedTo', 'receiverName', 'place'], needed: ['entrustedTo', 'receiverName'] },
  MAIL: {
    fields: ['carrier', 'trackingNumber', 'day', 'receiverName', 'place'],
    needed: ['carrier', 'trackingNumber', 'receiverName'],
  },
  ELECTRONIC: { fields: [], needed: [] },
  PUBLIC_NOTICE: { fields: ['place', 'reason'], needed: ['place', 'reason'] },
};

const taken: readonly DeliveryMethod[] = ['DIRECT', 'ENTRUSTED', 'MAIL'];

/** 送达 of one paper by any method with its proof: what was told so far, kept until it is served, and its one button. */
export function useService({
  paper,
  able = true,
  act,
  serve,
}: {
  paper: DocumentView;
  able?: boolean;
  act: { isPending: boolean; error: CallRefused | null };
  serve: (told: ServiceInput, forget: () => void) => void;
}) {
  const { t } = useWords();
  const [draft, setDraft, forget] = useKept<Draft>(`doorstep.serve.${paper.documentId}`, {
    method: paper.service?.state === 'underWay' ? paper.service.method : 'DIRECT',
    receiver: 'applicant',
    receiverName: '',
    place: '',
    entrustedTo: '',
    carrier: paper.service?.carrier ?? t('service.carrierDefault'),
    trackingNumber: paper.service?.trackingNumber ?? '',
    reason: '',
    witness: '',
    day: '',
  });
  const { method } = draft;
  const isLetterOnItsWay = method === 'MAIL' && draft.day === '';
  const fields = asked[method].fields.filter((field) => field !== 'receiverName' || draft.receiver !== 'applicant');
  const lacks = fields.filter((field) => asked[method].needed.includes(field) && draft[field].trim() === '');
  const labelOf = (field: Field) => {
    if (method === 'PUBLIC_NOTICE' && field === 'place') return t('service.noticePlace');
    return t(method === 'PUBLIC_NOTICE' && field === 'reason' ? 'service.noticeReason' : `service.${field}`);
  };
  const form = useActForm({
    able,
    act,
    faults: Object.fromEntries(
      (['method', 'receiver', ...fields] as const).map((field) => [
        field,
        (lacks as string[]).includes(field) && t('service.need', { label: labelOf(field as Field) }),
      ]),
    ),
    submit: () => serve(inputOf(draft, fields), forget),
  });
  const action = method === 'PUBLIC_NOTICE' ? 'service.doNotice' : isLetterOnItsWay ? 'service.doPost' : 'service.do';
  return { paper, draft, setDraft, fields, labelOf, isLetterOnItsWay, form, button: t(action) };
}

/** The fields of a service, and what follows from it. */
export function ServiceFields({
  service: { paper, draft, setDraft, fields, labelOf, isLetterOnItsWay, form },
  methods = deliveryMethods,
  follows,
  placeHint,
}: {
  service: ReturnType<typeof useService>;
  methods?: readonly DeliveryMethod[];
  /** Once it is served. */
  follows: string;
  /** Where it was handed over, if nothing is told. */
  placeHint: string;
}) {
  const { t } = useWords();
  const today = useToday();
  const { method } = draft;
  const hintOf = (field: Field) => {
    if (field === 'day') return t('service.dayHint');
    return field === 'place' && (method === 'DIRECT' || method === 'ENTRUSTED') ? placeHint : '';
  };
  return (
    <>
      <FieldGroup label={t('service.method')} fault={form.at('method', t('service.method'))}>
        <Radio.Group
          aria-label={t('service.method')}
          value={method}
          onChange={(event) => setDraft({ ...draft, method: event.target.value as DeliveryMethod })}
          options={methods.map((each) => ({ value: each, label: t(`service.methods.${each}`) }))}
        />
        <p className="quiet">{t(`service.hints.${method}`)}</p>
      </FieldGroup>
      {taken.includes(method) && !isLetterOnItsWay && (
        <FieldGroup label={t('service.receiver')} fault={form.at('receiver', t('service.receiver'))}>
          <Radio.Group
            aria-label={t('service.receiver')}
            value={draft.receiver}
            onChange={(event) => setDraft({ ...draft, receiver: event.target.value as ServiceReceiver })}
            options={serviceReceivers.map((each) => ({ value: each, label: t(`service.receivers.${each}`) }))}
          />
        </FieldGroup>
      )}
      {fields
        .filter((field) => field !== 'receiverName' || !isLetterOnItsWay)
        .map((field) => (
          <AskedField key={field} label={labelOf(field)} fault={form.at(field, labelOf(field))}>
            {(bound) =>
              field === 'reason' ? (
                <Input.TextArea
                  {...bound}
                  rows={3}
                  maxLength={400}
                  value={draft[field]}
                  onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
                />
              ) : (
                <Input
                  {...bound}
                  autoComplete="off"
                  type={field === 'day' ? 'date' : 'text'}
                  {...(field === 'day' && { min: paper.day, max: today })}
                  maxLength={field === 'carrier' || field === 'trackingNumber' ? 60 : 200}
                  placeholder={hintOf(field)}
                  value={draft[field]}
                  onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
                />
              )
            }
          </AskedField>
        ))}
      <Notice tone="plain">{isLetterOnItsWay || method === 'PUBLIC_NOTICE' ? t('service.later') : follows}</Notice>
    </>
  );
}

function inputOf({ method, receiver, ...draft }: Draft, fields: readonly Field[]): ServiceInput {
  const told = Object.fromEntries(
    fields.filter((field) => draft[field].trim() !== '').map((field) => [field, draft[field].trim()]),
  );
  return { method, receiver, ...told };
}
