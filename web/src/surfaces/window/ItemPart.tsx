import { useRead } from '../../api/hooks.ts';
import { useOwn } from '../../ui/staff/kept.ts';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ChooseFromList } from './Choose.tsx';
import { stop } from './stops.ts';
import type { Choice } from './typed-answer.ts';

/** So many items are remembered as recent. */
const mostRecent = 5;

/** Items that this clerk took in lately, on this device; the latest first. */
export function useRecentItems(): { recent: string[]; remember: (itemId: string) => void } {
  const staffId = useMe().data?.me?.staffId ?? '';
  const [recent, setRecent] = useOwn<string[]>(`doorstep.recent.${staffId}`, []);
  return {
    recent,
    remember: (itemId) => setRecent([itemId, ...recent.filter((each) => each !== itemId)].slice(0, mostRecent)),
  };
}

/** What is applied for: by name, letters or number, what was taken in lately first. */
export function ItemPart({
  itemId,
  fault,
  onChange,
}: {
  itemId: string;
  fault: string | undefined;
  onChange: (itemId: string) => void;
}) {
  const { t, local } = useWords();
  const read = useRead('GET /intake-items', {});
  const { recent } = useRecentItems();
  const rank = (id: string) => (recent.includes(id) ? recent.indexOf(id) : mostRecent);
  const items = [...(read.data?.items ?? [])].sort((a, b) => rank(a.itemId) - rank(b.itemId));
  const choices = items.map(
    ({ itemId: value, name, code, initials, pinyin }): Choice => ({
      value,
      label: local(name),
      calls: [initials, pinyin, name.zh, name.en.toLowerCase(), code.toLowerCase()],
    }),
  );
  const initialsOf = new Map(items.map((each) => [each.itemId, each.initials]));
  return (
    <div {...stop(itemId === '' ? 'open' : 'done')} data-fault={fault !== undefined || undefined}>
      <ChooseFromList
        id="in-item"
        label={t('intake.item')}
        required
        autoFocus={itemId === ''}
        loading={read.isPending}
        placeholder={t('intake.itemHint')}
        none={t('intake.itemNone')}
        choices={choices}
        beside={({ value }) => (recent.includes(value) ? t('intake.recent') : initialsOf.get(value))}
        value={itemId}
        wrong={fault !== undefined}
        describedBy="in-item-fault"
        onChange={onChange}
        onLeave={() => undefined}
      />
      <p id="in-item-fault" className="fault">
        {fault}
      </p>
      <Refused error={read.error} />
    </div>
  );
}
