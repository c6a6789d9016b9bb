import type { LegalBasis } from '../../../../contract/catalogue.ts';
import type { ItemContent } from '../../../../contract/item-content.ts';
import { ProcessDrawing } from '../../features/process/process-drawing.tsx';
import { sheets, useWords } from '../staff/words.ts';

/** The guide as this content would show it: can I, what do I bring, how long, what does it cost, what do I get. */
export function Preview({ content }: { content: ItemContent }) {
  const words = useWords();
  const { t, local } = words;
  const { promisedLimit, statutoryLimit, fee, result } = content;
  const brought = content.materials.filter(({ necessity }) => necessity !== 'shared');
  const limit = ({ amount, unit }: { amount: number; unit: 'workingDays' | 'calendarDays' | 'officeHours' }) =>
    t(`compilation.preview.limit.${unit}`, { amount });
  const basis = ({ law, article }: LegalBasis) => `《${law}》${article ?? ''}`;
  return (
    <div className="preview">
      <p className="quiet">{t('compilation.preview.says')}</p>
      <article className="preview-guide" aria-label={t('compilation.sections.preview')}>
        <h3 className="preview-name">{local(content.name) || content.name.zh || t('compilation.unnamed')}</h3>
        <p>{local(content.brief)}</p>
        <Part title={t('compilation.preview.conditions')} lines={content.conditions.map(local)} />
        <Part
          title={t('compilation.preview.bring')}
          lines={brought.map((material) =>
            [
              local(material.name) || t('compilation.unnamed'),
              [sheets(material, words), material.when?.length ? t('compilation.preview.bySituation') : '']
                .filter(Boolean)
                .join(t('comma')),
              local(material.hint),
            ]
              .filter(Boolean)
              .join(t('colon')),
          )}
          none={t('compilation.preview.nothing')}
        />
        <Part
          title={t('compilation.preview.howLong')}
          lines={[
            t('compilation.preview.promise', { limit: limit(promisedLimit) }),
            ...(statutoryLimit ? [t('compilation.preview.law', { limit: limit(statutoryLimit) })] : []),
          ]}
        />
        <Part
          title={t('compilation.preview.fee')}
          lines={[
            fee.fen === 0 ? t('compilation.preview.free') : `${fee.fen / 100} ${t('compilation.yuan')}`,
            local(fee.note),
          ]}
        />
        <Part title={t('compilation.preview.result')} lines={[local(result.name), local(result.note)]} />
        <Part title={t('compilation.preview.steps')} lines={content.steps.map(local)} />
        {content.process && (
          <section>
            <h4>{t('compilation.sections.process')}</h4>
            <ProcessDrawing process={content.process} />
          </section>
        )}
        <Part
          title={t('compilation.preview.asks')}
          lines={content.form.map(({ label, hint }) =>
            [local(label), hint ? local(hint) : ''].filter(Boolean).join(t('colon')),
          )}
        />
        <Part
          title={t('compilation.preview.questions')}
          lines={content.elements.questions.map(({ question, answer }) => `${local(question)} ${local(answer)}`)}
        />
        <Part title={t('compilation.preview.bases')} lines={content.bases.map(basis)} />
      </article>
    </div>
  );
}

function Part({ title, lines, none }: { title: string; lines: readonly string[]; none?: string }) {
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length === 0 && none === undefined) return null;
  return (
    <section>
      <h4>{title}</h4>
      {said.length <= 1 ? (
        <p>{said[0] ?? none}</p>
      ) : (
        <ul className="preview-lines">
          {said.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
