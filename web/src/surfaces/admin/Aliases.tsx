import { Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ItemAlias, SearchMiss } from '../../../../contract/catalogue.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** What people call a matter: the words that nobody found, most frequent first, and those that the staff added. */
export function Aliases() {
  const { t, local } = useWords();
  const [miss, setMiss] = useState<SearchMiss>();
  const [added, setAdded] = useState<ItemAlias>();
  usePageTitle(t('rail.aliases'));
  return (
    <div className="page-pad">
      <h1>{t('rail.aliases')}</h1>
      <p className="quiet">{t('aliases.hint')}</p>
      {added !== undefined && (
        <Notice tone="green" role="status">
          {t('aliases.added', { alias: added.alias, name: added.itemName ? local(added.itemName) : '' })}
        </Notice>
      )}
      <AddAlias
        miss={miss}
        onAdded={(alias) => {
          setAdded(alias);
          setMiss(undefined);
        }}
      />
      <Misses onChosen={setMiss} />
      <KeptAliases />
    </div>
  );
}

interface Fields {
  itemId: string;
  alias: string;
}

/** One line: of which matter, and how people say it. A miss that was chosen below stands in it already. */
function AddAlias({ miss, onAdded }: { miss: SearchMiss | undefined; onAdded: (alias: ItemAlias) => void }) {
  const { t, local } = useWords();
  const [form] = Form.useForm<Fields>();
  const [q, setQ] = useState('');
  const add = useAct('POST /items/:itemId/aliases');
  const found = useRead('GET /suggestions', { q: q.slice(0, 60) }, { enabled: q.trim() !== '' });
  useEffect(() => {
    if (miss === undefined) return;
    form.setFieldsValue({ alias: miss.words.replaceAll(' ', '') });
    form.getFieldInstance('itemId')?.focus();
  }, [miss, form]);
  return (
    <Form<Fields>
      form={form}
      layout="inline"
      requiredMark={false}
      onFinish={({ itemId, alias }) =>
        add.mutate(
          { itemId, alias, ...(miss !== undefined && { missId: miss.missId }) },
          {
            onSuccess: (made) => {
              form.resetFields();
              onAdded(made);
            },
          },
        )
      }
    >
      <Form.Item
        name="alias"
        label={t('aliases.alias')}
        rules={[{ required: true, whitespace: true, message: t('aliases.aliasMissing') }]}
      >
        <Input maxLength={40} style={{ width: 240 }} />
      </Form.Item>
      <Form.Item
        name="itemId"
        label={t('aliases.meaning')}
        rules={[{ required: true, message: t('aliases.itemMissing') }]}
      >
        <Select<string>
          showSearch={{ filterOption: false, onSearch: setQ }}
          style={{ width: 320 }}
          getPopupContainer={({ parentElement }) => parentElement ?? document.body}
          placeholder={t('aliases.itemHint')}
          notFoundContent={q.trim() === '' ? t('aliases.itemHint') : t('aliases.noItem')}
          options={(found.data?.suggestions ?? []).map(({ itemId, name }) => ({ value: itemId, label: local(name) }))}
        />
      </Form.Item>
      <Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('aliases.add')}
        </Button>
      </Form.Item>
      <Refused error={add.error} />
    </Form>
  );
}

function Misses({ onChosen }: { onChosen: (miss: SearchMiss) => void }) {
  const { t, day } = useWords();
  const list = usePages('GET /search-misses', {});
  const dismiss = useAct('POST /search-misses/:missId/dismiss');
  const misses = list.data?.pages.flatMap((page) => page.misses) ?? [];
  return (
    <section>
      <h2>{t('aliases.misses')}</h2>
      <p className="quiet">{t('aliases.missesHint')}</p>
      <Refused error={list.error ?? dismiss.error} />
      {list.isSuccess && misses.length === 0 && <p>{t('aliases.noMisses')}</p>}
      {misses.length > 0 && (
        <Scrolled label={t('aliases.misses')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('aliases.said')}</th>
                <th scope="col" className="right">
                  {t('admin.times')}
                </th>
                <th scope="col">{t('aliases.lastDay')}</th>
                <th scope="col">
                  <span className="only-heard">{t('aliases.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {misses.map((miss) => (
                <tr key={miss.missId}>
                  <td>{miss.words}</td>
                  <td className="right number">{miss.times}</td>
                  <td className="quiet">{day(miss.lastDay)}</td>
                  <td className="right">
                    <Button
                      size="small"
                      aria-label={`${t('aliases.makeAlias')}${t('colon')}${miss.words}`}
                      onClick={() => onChosen(miss)}
                    >
                      {t('aliases.makeAlias')}…
                    </Button>{' '}
                    <Button
                      size="small"
                      aria-label={`${t('aliases.dismiss')}${t('colon')}${miss.words}`}
                      loading={dismiss.isPending && dismiss.variables?.missId === miss.missId}
                      onClick={() => dismiss.mutate({ missId: miss.missId })}
                    >
                      {t('aliases.dismiss')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </section>
  );
}

function KeptAliases() {
  const { t, local, at } = useWords();
  const list = usePages('GET /item-aliases', {});
  const remove = useAct('POST /item-aliases/:aliasId/remove');
  const aliases = list.data?.pages.flatMap((page) => page.aliases) ?? [];
  return (
    <section>
      <h2>{t('aliases.kept')}</h2>
      <Refused error={list.error ?? remove.error} />
      {list.isSuccess && aliases.length === 0 && <p>{t('aliases.noneKept')}</p>}
      {aliases.length > 0 && (
        <Scrolled label={t('aliases.kept')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('aliases.alias')}</th>
                <th scope="col">{t('aliases.meaning')}</th>
                <th scope="col">{t('aliases.addedBy')}</th>
                <th scope="col">{t('admin.at')}</th>
                <th scope="col">
                  <span className="only-heard">{t('aliases.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {aliases.map(({ aliasId, alias, itemName, addedBy, addedAt }) => (
                <tr key={aliasId}>
                  <td>{alias}</td>
                  <td>{itemName === undefined ? t('aliases.notOffered') : local(itemName)}</td>
                  <td className="quiet">{addedBy}</td>
                  <td className="quiet">{at(addedAt)}</td>
                  <td className="right">
                    <Button
                      size="small"
                      aria-label={`${t('aliases.remove')}${t('colon')}${alias}`}
                      loading={remove.isPending && remove.variables?.aliasId === aliasId}
                      onClick={() => remove.mutate({ aliasId })}
                    >
                      {t('aliases.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </section>
  );
}
