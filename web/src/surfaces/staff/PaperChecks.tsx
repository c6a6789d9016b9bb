import { Button, Checkbox, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import type { HandedIn } from '../../../../contract/cases.ts';
import type { MaterialRequirement } from '../../../../contract/catalogue.ts';
import type { FileView } from '../../../../contract/documents.ts';
import { upload } from '../../api/call.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Refused } from './Refused.tsx';
import { sheets, useWords } from './words.ts';

/** One paper on the desk: received or not, how many, and its scans. */
export interface PaperOnDesk {
  received: boolean;
  originals: number;
  copies: number;
  files: FileView[];
}

export const notOnDesk: PaperOnDesk = { received: false, originals: 0, copies: 0, files: [] };

export function toHandedIn(materials: readonly MaterialRequirement[], papers: Record<string, PaperOnDesk>): HandedIn[] {
  return materials.map(({ key }) => {
    const { received, originals, copies, files } = papers[key] ?? notOnDesk;
    return { key, received, originals, copies, fileIds: files.map((file) => file.fileId) };
  });
}

/** Everything that must be handed in lies on the desk, in the number that the guide asks for. */
export function allRequired(
  materials: readonly MaterialRequirement[],
  papers: Record<string, PaperOnDesk>,
): Record<string, PaperOnDesk> {
  const required = materials.filter(({ necessity }) => necessity === 'required');
  return { ...papers, ...Object.fromEntries(required.map((each) => [each.key, onDesk(each, papers[each.key])])) };
}

function onDesk({ originals, copies }: MaterialRequirement, paper = notOnDesk): PaperOnDesk {
  return { ...paper, received: true, originals: paper.originals || originals, copies: paper.copies || copies };
}

/** The published papers, each with a tick; there is no way to add a line (the guide binds). */
export function PaperChecks({
  materials,
  papers,
  onChange,
}: {
  materials: readonly MaterialRequirement[];
  papers: Record<string, PaperOnDesk>;
  onChange: (key: string, paper: PaperOnDesk) => void;
}) {
  const words = useWords();
  const { t, local } = words;
  return (
    <ol className="papers">
      {materials.map((material, index) => {
        const paper = papers[material.key] ?? notOnDesk;
        const name = local(material.name);
        const received = (on: boolean) =>
          onChange(material.key, on ? onDesk(material, paper) : { ...paper, received: false });
        return (
          <li key={material.key} className={paper.received ? 'paper-row paper-got' : 'paper-row'}>
            <div className="paper-row-line">
              <Checkbox
                checked={paper.received}
                disabled={material.necessity === 'shared'}
                onChange={(event) => received(event.target.checked)}
              >
                {index + 1}　{name}
              </Checkbox>
              {material.necessity === 'shared' ? (
                <Light shape="done">{t('intake.exempt')}</Light>
              ) : paper.received ? (
                <Light shape="done">{t('intake.got')}</Light>
              ) : (
                <span className="quiet">{t('intake.notYet')}</span>
              )}
            </div>
            <div className="paper-row-more quiet small">
              {material.necessity === 'shared'
                ? t('intake.necessity.shared')
                : `${t(`intake.necessity.${material.necessity}`)}${t('comma')}${sheets(material, words)}`}
              {paper.received && (
                <>
                  <span className="counter">
                    {t('intake.originalsShort')}
                    <InputNumber
                      size="small"
                      min={0}
                      max={99}
                      value={paper.originals}
                      aria-label={t('intake.originals', { name })}
                      onChange={(value) => onChange(material.key, { ...paper, originals: value ?? 0 })}
                    />
                  </span>
                  <span className="counter">
                    {t('intake.copiesShort')}
                    <InputNumber
                      size="small"
                      min={0}
                      max={99}
                      value={paper.copies}
                      aria-label={t('intake.copies', { name })}
                      onChange={(value) => onChange(material.key, { ...paper, copies: value ?? 0 })}
                    />
                  </span>
                </>
              )}
              {material.necessity !== 'shared' && (
                <Scans
                  name={name}
                  files={paper.files}
                  onChange={(files) =>
                    onChange(material.key, { ...paper, received: paper.received || files.length > 0, files })
                  }
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Scans({ name, files, onChange }: { name: string; files: FileView[]; onChange: (files: FileView[]) => void }) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const add = async (chosen: FileList | null) => {
    if (chosen === null) return;
    setBusy(true);
    setError(undefined);
    const added: FileView[] = [];
    try {
      for (const file of chosen) added.push(await upload('POST /files', file));
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
    if (added.length > 0) onChange([...files, ...added]);
    if (picker.current) picker.current.value = '';
  };
  return (
    <>
      <span className="scans">
        <input
          ref={picker}
          type="file"
          multiple
          accept="image/*,application/pdf"
          hidden
          onChange={(event) => void add(event.target.files)}
        />
        <Button
          size="small"
          loading={busy}
          aria-label={t('intake.scanFor', { name })}
          onClick={() => picker.current?.click()}
        >
          {busy ? t('intake.uploading') : t('intake.scan')}
        </Button>
        {files.map((file) => (
          <span key={file.fileId} className="scan">
            {file.name}
            <button
              type="button"
              className="icon-button"
              aria-label={t('intake.removeScan', { name: file.name })}
              onClick={() => onChange(files.filter((each) => each !== file))}
            >
              ×
            </button>
          </span>
        ))}
      </span>
      <Refused error={error} />
    </>
  );
}
