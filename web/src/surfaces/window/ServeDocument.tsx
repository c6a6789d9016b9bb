import { Input, Radio } from 'antd';
import { useSearchParams } from 'wouter';
import type { DocumentView } from '../../../../contract/documents.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import type { DeliveryMethod, ServiceReceiver } from '../../../../contract/values.ts';
import { deliveryMethods, papersOnTheWay, resultPapers, serviceReceivers } from '../../../../contract/words.ts';
import { Field as AskedField, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { canServe, serviceWords } from '../staff/service-record.ts';
import { useWords } from '../staff/words.ts';

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

/** 送达 of one paper by any method with its proof. */
export function ServeDocument(act: ActProps) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const able = act.kase.documents.filter((document) => canServe(act.kase, document));
  const [result, ...withIt] = able.filter(({ kind }) => resultPapers.includes(kind));
  // The papers of a result go together: one choice stands for them all.
  const open = able.filter((document) => !withIt.includes(document));
  const onTheWay = able.filter(({ kind }) => papersOnTheWay.includes(kind));
  const chosen = params.get('document');
  const isResult = withIt.some(({ documentId }) => documentId === chosen);
  const paper = (isResult ? result : open.find(({ documentId }) => documentId === chosen)) ?? open[0];
  if (paper === undefined) return <p className="page-pad quiet">{t('service.nothing')}</p>;
  return (
    <ServePaper
      key={paper.documentId}
      {...act}
      paper={paper}
      open={open}
      withResult={[...withIt, ...onTheWay].map(({ title }) => title)}
      choose={(document) => setParams({ document }, { replace: true })}
    />
  );
}

function ServePaper({
  kase,
  able,
  done,
  paper,
  open,
  withResult,
  choose,
}: ActProps & {
  paper: DocumentView;
  open: readonly DocumentView[];
  withResult: readonly string[];
  choose: (documentId: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const serve = useCaseAct('POST /cases/:caseId/serve-document');
  const today = useToday();
  const isResult = resultPapers.includes(paper.kind);
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
  const isUnderWay = isLetterOnItsWay || method === 'PUBLIC_NOTICE';
  const fields = asked[method].fields.filter((field) => field !== 'receiverName' || draft.receiver !== 'applicant');
  const lacks = fields.filter((field) => asked[method].needed.includes(field) && draft[field].trim() === '');
  const labelOf = (field: Field) => {
    if (method === 'PUBLIC_NOTICE' && field === 'place') return t('service.noticePlace');
    return t(method === 'PUBLIC_NOTICE' && field === 'reason' ? 'service.noticeReason' : `service.${field}`);
  };
  const form = useActForm({
    able,
    act: serve,
    faults: Object.fromEntries(
      (['method', 'receiver', ...fields] as const).map((field) => [
        field,
        (lacks as string[]).includes(field) && t('service.need', { label: labelOf(field as Field) }),
      ]),
    ),
    submit: () =>
      serve.mutate(inputOf(kase.caseId, paper.documentId, draft, fields), {
        onSuccess: () => {
          forget();
          done();
        },
      }),
  });
  const action = method === 'PUBLIC_NOTICE' ? 'service.doNotice' : isLetterOnItsWay ? 'service.doPost' : 'service.do';
  return (
    <div className="act-page">
      <div className="act-body">
        <div className="act-main stack">
          <FieldGroup label={t('service.which')}>
            <Radio.Group
              aria-label={t('service.which')}
              className="stack"
              value={paper.documentId}
              onChange={(event) => choose(event.target.value as string)}
              options={open.map((document) => ({
                value: document.documentId,
                label: [
                  document.title,
                  ...(resultPapers.includes(document.kind) ? withResult : []),
                  document.number,
                  document.service && serviceWords(document.service, words),
                ]
                  .filter(Boolean)
                  .join(t('comma')),
              }))}
            />
          </FieldGroup>
          <FieldGroup label={t('service.method')} fault={form.at('method', t('service.method'))}>
            <Radio.Group
              aria-label={t('service.method')}
              value={method}
              onChange={(event) => setDraft({ ...draft, method: event.target.value as DeliveryMethod })}
              options={deliveryMethods
                .filter((each) => !isResult || each !== 'ELECTRONIC')
                .map((each) => ({ value: each, label: t(`service.methods.${each}`) }))}
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
                      placeholder={hintOf(field, method, t)}
                      value={draft[field]}
                      onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
                    />
                  )
                }
              </AskedField>
            ))}
          <Notice tone="plain">
            {t(isUnderWay ? 'service.later' : isResult ? 'service.together' : 'service.alone')}
          </Notice>
        </div>
      </div>
      <ActFoot form={form} button={t(action)} />
    </div>
  );
}

function hintOf(field: Field, method: DeliveryMethod, t: ReturnType<typeof useWords>['t']): string {
  if (field === 'day') return t('service.dayHint');
  return field === 'place' && (method === 'DIRECT' || method === 'ENTRUSTED') ? t('service.placeHint') : '';
}

function inputOf(
  caseId: string,
  documentId: string,
  draft: Draft,
  fields: readonly Field[],
): Inputs['POST /cases/:caseId/serve-document'] {
  const told = Object.fromEntries(
    fields.filter((field) => draft[field].trim() !== '').map((field) => [field, draft[field].trim()]),
  );
  return { caseId, documentId, method: draft.method, receiver: draft.receiver, ...told };
}
