import { Input, Select } from 'antd';
import { useSearchParams } from 'wouter';
import type { AttemptCount } from '../../../../contract/cases.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from './Chrome.tsx';
import { More } from './More.tsx';
import { usePages } from './pages.ts';
import { Refused } from './Refused.tsx';
import { useWords } from './words.ts';

type Narrowing = 'organId' | 'postId' | 'itemId';

/** 超出指南的要求: who demanded or took in what the published guide does not list. Filters live in the address. */
export function BeyondGuide() {
  const { t, at, local } = useWords();
  const [search, setSearch] = useSearchParams();
  const chosen = (name: Narrowing | 'month') => {
    const value = search.get(name);
    return value === null ? {} : { [name]: value };
  };
  const list = usePages('GET /beyond-guide', {
    limit: 50,
    ...chosen('month'),
    ...chosen('organId'),
    ...chosen('postId'),
    ...chosen('itemId'),
  });
  usePageTitle(t('beyondGuide.title'));
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap((page) => page.attempts) ?? [];
  const put = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const choice = (name: Narrowing, label: string, any: string, counts: readonly AttemptCount[] = []) => (
    <Select
      aria-label={label}
      variant="borderless"
      popupMatchSelectWidth={false}
      value={search.get(name) ?? ''}
      onChange={(value) => put(name, value)}
      options={[
        { value: '', label: any },
        ...counts.map(({ id, name: said, times }) => ({ value: id, label: `${local(said)} ${times}` })),
      ]}
    />
  );
  return (
    <div className="page-pad">
      <h1>{t('beyondGuide.title')}</h1>
      <p className="quiet">{t('beyondGuide.hint')}</p>
      <fieldset className="filters" aria-label={t('beyondGuide.filters')}>
        <Input
          type="month"
          aria-label={t('beyondGuide.month')}
          variant="borderless"
          style={{ width: 170 }}
          value={search.get('month') ?? first?.month ?? ''}
          onChange={(event) => put('month', event.target.value)}
        />
        {choice('organId', t('beyondGuide.organ'), t('beyondGuide.anyOrgan'), first?.organs)}
        {choice('postId', t('beyondGuide.post'), t('beyondGuide.anyPost'), first?.posts)}
        {choice('itemId', t('work.item'), t('beyondGuide.anyItem'), first?.items)}
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && rows.length === 0 && <p>{t('beyondGuide.none')}</p>}
      {first !== undefined && rows.length > 0 && (
        <>
          <p>
            {t('beyondGuide.total', { count: first.total })}
            {t('colon')}
            {first.organs.map(({ name, times }) => `${local(name)} ${times}`).join(t('list.separator'))}
          </p>
          <Scrolled label={t('beyondGuide.title')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('admin.at')}</th>
                  <th scope="col">{t('beyondGuide.post')}</th>
                  <th scope="col">{t('beyondGuide.organ')}</th>
                  <th scope="col">{t('work.item')}</th>
                  <th scope="col">{t('beyondGuide.demanded')}</th>
                  <th scope="col">{t('beyondGuide.caseNo')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.attemptId}>
                    <td className="quiet">{at(row.at)}</td>
                    <td>{local(row.post)}</td>
                    <td>{local(row.organ)}</td>
                    <td>{local(row.itemName)}</td>
                    <td>{row.demanded.map(local).join(t('list.separator'))}</td>
                    <td className="quiet number">{row.caseNo ?? t('beyondGuide.noCase')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </>
      )}
      <More list={list} />
    </div>
  );
}
