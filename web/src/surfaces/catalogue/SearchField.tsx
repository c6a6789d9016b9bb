import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../staff/words.ts';

/** Words to find rows by; the address keeps them. */
export function SearchField({ q, search }: { q: string; search: (q: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(q);
  return (
    <search>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          search(text.trim());
        }}
      >
        <Input
          type="search"
          className="licence-search"
          aria-label={t('compilation.list.search')}
          placeholder={t('compilation.list.searchHint')}
          maxLength={60}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{t('compilation.list.search')}</Button>
        {q !== '' && (
          <Button type="link" onClick={() => search('')}>
            {t('work.clearSearch')}
          </Button>
        )}
      </form>
    </search>
  );
}
