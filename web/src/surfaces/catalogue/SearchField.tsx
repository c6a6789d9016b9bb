import { Button, Input } from 'antd';
import { useState } from 'react';
import { type StaffWord, useWords } from '../staff/words.ts';

/** Words to find rows by; the address keeps them. */
export function SearchField({
  q,
  search,
  label = 'compilation.list.search',
  hint = 'compilation.list.searchHint',
}: {
  q: string;
  search: (q: string) => void;
  label?: StaffWord;
  hint?: StaffWord;
}) {
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
          aria-label={t(label)}
          placeholder={t(hint)}
          maxLength={60}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{t(label)}</Button>
        {q !== '' && (
          <Button type="link" onClick={() => search('')}>
            {t('work.clearSearch')}
          </Button>
        )}
      </form>
    </search>
  );
}
