import { Radio } from 'antd';
import { useSearchParams } from 'wouter';
import type { DocumentView } from '../../../../contract/documents.ts';
import { deliveryMethods, papersOnTheWay, resultPapers } from '../../../../contract/words.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActFoot } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { ServiceFields, useService } from '../staff/Service.tsx';
import { canServe, serviceWords } from '../staff/service-record.ts';
import { useWords } from '../staff/words.ts';

/** Taking a result online is the applicant's own act. */
const methodsOfResult = deliveryMethods.filter((each) => each !== 'ELECTRONIC');

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
  const act = useCaseAct('POST /cases/:caseId/serve-document');
  const isResult = resultPapers.includes(paper.kind);
  const { caseId } = kase;
  const { documentId } = paper;
  const service = useService({
    paper,
    able,
    act,
    serve: (told, forget) =>
      act.mutate(
        { caseId, documentId, ...told },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
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
                  document.addressee && t('case.addressee', { name: document.addressee }),
                  ...(resultPapers.includes(document.kind) ? withResult : []),
                  document.number,
                  document.service && serviceWords(document.service, words),
                ]
                  .filter(Boolean)
                  .join(t('comma')),
              }))}
            />
          </FieldGroup>
          <ServiceFields
            service={service}
            {...(isResult && { methods: methodsOfResult })}
            follows={t(isResult ? 'service.together' : 'service.alone')}
            placeHint={t('service.placeHint')}
          />
        </div>
      </div>
      <ActFoot form={service.form} button={service.button} />
    </div>
  );
}
