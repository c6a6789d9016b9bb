import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../../../../contract/documents.ts';
import { call } from '../../../api/call.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import type { Wrong } from '../../../ui/resident/form.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { Upload } from '../../../ui/resident/upload.tsx';
import { replacedBy } from './commitment.ts';
import { idOf } from './question-field.tsx';
import { StepPage } from './step-page.tsx';
import { neededOf, type StepProps } from './steps.ts';

export function MaterialsStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { matter, answering } = props;
  const replaced = props.commitment === undefined ? [] : replacedBy(props.commitment);
  const materials = neededOf(matter, answering.answers).filter(
    ({ requirement }) => !replaced.includes(requirement.key),
  );
  const handed = materials.filter(({ requirement }) => requirement.necessity !== 'shared');
  const shared = materials.filter(({ requirement }) => requirement.necessity === 'shared');
  const [files, setFiles] = useState<Record<string, readonly FileView[]>>(() =>
    Object.fromEntries(handed.map(({ requirement, files: kept }) => [requirement.key, kept])),
  );
  const [busy, setBusy] = useState<string[]>([]);
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const materialsNow = (now: typeof files) =>
    Object.entries(now).map(([key, list]) => ({ key, fileIds: list.map(({ fileId }) => fileId) }));
  const faults = (): Wrong[] => {
    const waiting = busy[0];
    if (waiting !== undefined) return [{ field: idOf(`_${waiting}`), sentence: t('apply.materials.wait') }];
    return handed.flatMap(({ requirement: { key, name, necessity } }) =>
      necessity === 'required' && (files[key] ?? []).length === 0
        ? [{ field: idOf(`_${key}`), sentence: t('apply.materials.missing', { label: text(name) }) }]
        : [],
    );
  };
  const latest = useRef(files);
  const change = (key: string, list: readonly FileView[]) => {
    latest.current = { ...latest.current, [key]: list };
    setFiles(latest.current);
    // Kept at once, so that a photo survives leaving the page; the step saves it again, and says so when that fails.
    call('POST /my/cases/:caseId/save', { caseId: matter.caseId, materials: materialsNow(latest.current) }).catch(
      () => undefined,
    );
  };
  return (
    <StepPage
      {...props}
      heading={t('apply.materials.title')}
      text={handed.length === 0 ? t('apply.materials.none') : t('apply.materials.text')}
      wrongs={wrongs}
      check={() => {
        const found = faults();
        setWrongs(found);
        return found.length === 0;
      }}
      answer={() => ({ materials: materialsNow(files) })}
    >
      {handed.map(({ requirement: { key, name, hint, necessity } }) => (
        <section key={key} className="material">
          <h2>
            {text(name)}
            <span className="necessity">
              {t(`apply.materials.${necessity === 'required' ? 'required' : 'optional'}`)}
            </span>
          </h2>
          <p className="hint">
            <Say text={text(hint)} />
          </p>
          <Upload
            id={idOf(`_${key}`)}
            material={text(name)}
            files={files[key] ?? []}
            wrong={wrongs.find((wrong) => wrong.field === idOf(`_${key}`))?.sentence}
            onBusy={(isBusy) =>
              setBusy((before) => (isBusy ? [...before, key] : before.filter((each) => each !== key)))
            }
            onChange={(list) => {
              change(key, list);
              setWrongs((before) => before.filter((wrong) => wrong.field !== idOf(`_${key}`)));
            }}
          />
        </section>
      ))}
      {shared.map(({ requirement }) => (
        <section key={requirement.key} className="material">
          <h2>{text(requirement.name)}</h2>
          <p>
            <Say text={t('apply.materials.shared')} />
          </p>
        </section>
      ))}
    </StepPage>
  );
}
