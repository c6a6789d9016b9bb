import { Checkbox } from 'antd';
import type { Colleague } from '../../../../contract/meetings.ts';
import { useWords } from '../staff/words.ts';

/** Officers to tick; who may not take part stands there with the reason, and cannot be ticked. */
export function People({
  label,
  people,
  chosen,
  choose,
}: {
  /** Whose people they are, or what for. */
  label: string;
  people: readonly Colleague[];
  chosen: readonly string[];
  choose: (staffIds: string[]) => void;
}) {
  const { t, local } = useWords();
  return (
    <Checkbox.Group
      className="meeting-ticks"
      aria-label={label}
      value={[...chosen]}
      onChange={(next) => choose(next)}
      options={people.map(({ staffId, name, post, barred }) => ({
        value: staffId,
        disabled: isOut(barred),
        label: (
          <>
            {name} <span className="quiet">{local(post)}</span>
            {isOut(barred) && (
              <span className="quiet">
                {' · '}
                {t(`meetings.barred.${barred}` as 'meetings.barred.takenIn')}
              </span>
            )}
          </>
        ),
      }))}
    />
  );
}

/** Who examined the matter only may not chair. */
const isOut = (barred: string | undefined) => barred !== undefined && barred !== 'reviewed';
