import { type ReactNode, useState } from 'react';
import type { StaffCase } from '../../../../contract/cases.ts';
import { unread, Viewer } from '../staff/Materials.tsx';
import { AnswerList } from '../staff/Parties.tsx';
import { useWords } from '../staff/words.ts';

/** Form, paper and opinion in one view, so that a row can be checked against the paper without leaving. */
export function Desk({ kase, paper, children }: { kase: StaffCase; paper?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const [material, setMaterial] = useState(
    () => unread(kase)[0]?.requirement.key ?? kase.materials[0]?.requirement.key,
  );
  return (
    <div className="desk">
      <section className="desk-form" aria-labelledby="form-answers">
        <h2 id="form-answers">{t('case.answers')}</h2>
        <AnswerList kase={kase} />
      </section>
      <div className="desk-paper">{paper ?? <Viewer kase={kase} chosen={material} onChoose={setMaterial} />}</div>
      <div className="desk-opinion">{children}</div>
    </div>
  );
}
