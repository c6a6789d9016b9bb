import { Checkbox } from 'antd';
import type { StaffCase } from '../../../../contract/cases.ts';
import { useWords } from '../staff/words.ts';

/** Which originals go back to the applicant. */
export function Returned({
  kase,
  chosen,
  choose,
}: {
  kase: StaffCase;
  chosen: readonly string[];
  choose: (keys: string[]) => void;
}) {
  const { t, local } = useWords();
  const received = kase.materials.filter((material) => material.received && material.originals > 0);
  return (
    <fieldset>
      <legend>{t('endings.returned')}</legend>
      {received.length === 0 ? (
        <p className="quiet">{t('endings.nothingToReturn')}</p>
      ) : (
        <>
          <p className="quiet small">{t('endings.returnedHint')}</p>
          <Checkbox.Group
            aria-label={t('endings.returned')}
            className="stack"
            value={[...chosen]}
            options={received.map(({ requirement }) => ({ value: requirement.key, label: local(requirement.name) }))}
            onChange={choose}
          />
        </>
      )}
    </fieldset>
  );
}

/** The materials that go back unless somebody says otherwise: every original. */
export const originalsOf = (kase: StaffCase): string[] =>
  kase.materials
    .filter(({ received, originals }) => received && originals > 0)
    .map(({ requirement }) => requirement.key);
