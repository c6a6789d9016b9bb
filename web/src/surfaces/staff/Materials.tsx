import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseMaterial, StaffCase } from '../../../../contract/cases.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct } from '../../api/hooks.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { Refused } from './Refused.tsx';
import { sheets, useWords, type Words } from './words.ts';

/** Handed in as paper or file: only such a material can be looked at. */
export const isHandedIn = (material: CaseMaterial) => material.received || material.files.length > 0;

/** A scan has to be looked at before anybody judges it; a paper lay on the desk when it was taken in. */
export const isUnread = (material: CaseMaterial) => material.files.length > 0 && !material.opened;

/** Materials that this post must still look at before it may judge. */
export const unread = (kase: StaffCase) => kase.materials.filter(isUnread);

function standing(material: CaseMaterial): {
  shape: Shape;
  word:
    | 'case.defect'
    | 'case.settled'
    | 'case.notHanded'
    | 'case.seen'
    | 'case.unseen'
    | 'intake.got'
    | 'intake.exempt';
} {
  if (material.defect)
    return material.defect.settled ? { shape: 'done', word: 'case.settled' } : { shape: 'wrong', word: 'case.defect' };
  if (!isHandedIn(material))
    return material.requirement.necessity === 'shared'
      ? { shape: 'done', word: 'intake.exempt' }
      : { shape: 'none', word: 'case.notHanded' };
  return isUnread(material)
    ? { shape: 'none', word: 'case.unseen' }
    : { shape: 'done', word: material.opened ? 'case.seen' : 'intake.got' };
}

function howHandedIn(material: CaseMaterial, words: Words): string {
  const { t } = words;
  if (!isHandedIn(material)) return '';
  if (material.files.length > 0) return t('case.files', { count: material.files.length });
  return [t('case.paper'), sheets(material, words)].filter(Boolean).join(' ');
}

/** How many there are, and how many this post must still look at. */
export function MaterialsCount({ kase }: { kase: StaffCase }) {
  const { t } = useWords();
  const left = unread(kase).length;
  const total = kase.materials.length;
  return (
    <span className="quiet">
      {left > 0 ? t('case.materialsUnread', { total, left }) : t('case.materialsCount', { total })}
    </span>
  );
}

/** The materials of a case as rows; each opens in the viewer. */
export function MaterialList({ kase, onOpen }: { kase: StaffCase; onOpen: (key: string) => void }) {
  const words = useWords();
  const { t, local } = words;
  return (
    <ol className="materials">
      {kase.materials.map((material, index) => {
        const { shape, word } = standing(material);
        return (
          <li key={material.requirement.key}>
            <span className="quiet number">{index + 1}</span>
            <button type="button" className="plain-link grow" onClick={() => onOpen(material.requirement.key)}>
              {local(material.requirement.name)}
            </button>
            <span className="quiet small">{howHandedIn(material, words)}</span>
            <Light shape={shape}>{t(word)}</Light>
            {material.defect && <p className="material-fix quiet small">{material.defect.howToFix}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** The chosen tab, and the one with the focus, is always in sight, without moving the page. */
function intoView(tab: HTMLElement | null): void {
  const strip = tab?.parentElement;
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - 40;
}

/**
 * A material is read in the page, never downloaded. Opening one is told to the server, so that nobody can judge what
 * he has not looked at.
 */
export function Viewer({
  kase,
  chosen,
  onChoose,
}: {
  kase: StaffCase;
  chosen: string | undefined;
  onChoose: (key: string) => void;
}) {
  const words = useWords();
  const { t, local } = words;
  const openMaterial = useAct('POST /cases/:caseId/open-material');
  const told = useRef(new Set<string>());
  const [fileAt, setFileAt] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const index = Math.max(
    kase.materials.findIndex((material) => material.requirement.key === chosen),
    0,
  );
  const material = kase.materials[index];
  const key = material?.requirement.key;
  const file = material?.files[Math.min(fileAt, material.files.length - 1)];
  const judges = kase.actions.length > 0;
  const { mutate } = openMaterial;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another material starts at its first file, upright
  useEffect(() => {
    setFileAt(0);
    setZoom(1);
    setTurn(0);
  }, [key]);
  useEffect(() => {
    if (!judges || key === undefined || file === undefined || material?.opened || told.current.has(key)) return;
    told.current.add(key);
    mutate({ caseId: kase.caseId, key });
  }, [judges, key, file, material?.opened, mutate, kase.caseId]);
  if (material === undefined || key === undefined) return null;
  const name = local(material.requirement.name);
  const label = t('case.viewer', { n: index + 1, name });
  const src = file && hrefOf('GET /cases/:caseId/files/:fileId', { caseId: kase.caseId, fileId: file.fileId });
  return (
    <section className="viewer" aria-label={t('case.materials')}>
      <fieldset className="viewer-tabs" aria-label={t('case.materials')}>
        {kase.materials.map((each, at) => (
          <button
            key={each.requirement.key}
            type="button"
            className="viewer-tab"
            aria-pressed={each.requirement.key === key}
            ref={each.requirement.key === key ? intoView : undefined}
            onFocus={(event) => intoView(event.currentTarget)}
            onClick={() => onChoose(each.requirement.key)}
          >
            {at + 1} {local(each.requirement.name)}
          </button>
        ))}
      </fieldset>
      <div className="viewer-bar">
        <span className="grow">
          {name}
          {material.files.length > 1 && (
            <span className="quiet">
              {' '}
              {t('case.page', { n: fileAt + 1, total: material.files.length })}{' '}
              <button
                type="button"
                className="plain-link"
                onClick={() => setFileAt((fileAt + 1) % material.files.length)}
              >
                {t('case.nextFile')}
              </button>
            </span>
          )}
        </span>
        {file?.mediaType.startsWith('image/') && (
          <>
            <Button size="small" type="text" onClick={() => setZoom((before) => Math.max(before / 1.25, 0.5))}>
              {t('case.zoomOut')}
            </Button>
            <Button size="small" type="text" onClick={() => setZoom((before) => Math.min(before * 1.25, 4))}>
              {t('case.zoomIn')}
            </Button>
            <Button size="small" type="text" onClick={() => setTurn((before) => (before + 90) % 360)}>
              {t('case.rotate')}
            </Button>
          </>
        )}
      </div>
      <Refused error={openMaterial.error} />
      <Scrolled className="viewer-sheet" label={label}>
        {file === undefined ? (
          <div className="viewer-none">
            <p>{isHandedIn(material) ? t('case.noFile') : t('case.missingFile')}</p>
            {isHandedIn(material) && <p className="quiet">{howHandedIn(material, words)}</p>}
            {judges && isHandedIn(material) && !material.opened && (
              <Button loading={openMaterial.isPending} onClick={() => mutate({ caseId: kase.caseId, key })}>
                {t('case.seePaper')}
              </Button>
            )}
            {isHandedIn(material) && material.opened && <Light shape="done">{t('case.seen')}</Light>}
          </div>
        ) : file.mediaType.startsWith('image/') ? (
          <img src={src} alt={label} style={{ width: `${zoom * 100}%`, rotate: `${turn}deg` }} />
        ) : (
          <iframe src={src} title={label} />
        )}
      </Scrolled>
    </section>
  );
}
