import { Button } from 'antd';
import type { Process } from '../../../../contract/catalogue.ts';
import type { CaseType } from '../../../../contract/values.ts';
import { ProcessEditor } from '../../features/process/process-editor.tsx';
import { useWords } from '../staff/words.ts';
import { BasisFields, PartList } from './BasicsPart.tsx';
import { blankProcedure, blankText, usualProcess } from './blanks.ts';
import { valueAt } from './content-path.ts';
import { Entries, FoldedEntries } from './Entries.tsx';
import { useEditing, useElement } from './editing.ts';
import { CheckField, Group, LocalField, type Option } from './fields.tsx';

/** 办理流程: who does what, in which order; what residents read of it; what stands beside it by law. */
export function ProcessPart({ organs }: { organs: readonly Option[] }) {
  const { t, local } = useWords();
  return (
    <div className="elements">
      <OwnProcess organs={organs} />
      <PartList path="content.steps">
        <Entries
          path="content.steps"
          name={(step) => local({ ...blankText, ...(step as object) })}
          blank={() => blankText}
          add={t('compilation.add.step')}
        >
          {(path, at) => <LocalField path={path} bare={t('compilation.entry.steps', { number: at + 1 })} />}
        </Entries>
      </PartList>
      <PartList path="content.elements.specialProcedures">
        <FoldedEntries
          path="content.elements.specialProcedures"
          name={(entry) =>
            local({ ...blankText, ...((entry as { name?: object }).name ?? {}) }) || t('compilation.unnamed')
          }
          blank={() => blankProcedure}
          add={t('compilation.add.procedure')}
          line={(entry) => local({ ...blankText, ...((entry as { limit?: object }).limit ?? {}) })}
        >
          {(path) => (
            <>
              <LocalField path={`${path}.name`} />
              <LocalField path={`${path}.limit`} />
              <CheckField path={`${path}.counted`} />
              <Group path={`${path}.basis`}>
                <BasisFields path={`${path}.basis`} />
              </Group>
            </>
          )}
        </FoldedEntries>
      </PartList>
    </div>
  );
}

function OwnProcess({ organs }: { organs: readonly Option[] }) {
  const path = 'content.process';
  const { value, put, label, t } = useElement(path);
  const { whole, faults } = useEditing();
  return (
    <section className="element element-wide group" aria-label={label} data-field={path}>
      {value === undefined ? (
        <>
          <p className="quiet">{t('compilation.usualProcessHint')}</p>
          <p>
            <Button size="small" onClick={() => put(usualProcess(valueAt(whole, 'caseType') as CaseType))}>
              {t('compilation.ownProcess')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p>
            <Button size="small" onClick={() => put(undefined)}>
              {t('compilation.usualProcess')}
            </Button>
          </p>
          <ProcessEditor
            process={value as Process}
            onChange={(process) => put(process, 'typing')}
            faults={faults}
            organs={organs.map(({ value: id, label: name }) => ({ id, name: { zh: name, en: name } }))}
          />
        </>
      )}
    </section>
  );
}
