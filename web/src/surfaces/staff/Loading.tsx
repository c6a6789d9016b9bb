import { Spin } from 'antd';
import { useWords } from './words.ts';

/** While the first answer is on its way. */
export function Loading() {
  const { t } = useWords();
  return (
    <div className="loading" role="status">
      <Spin size="small" /> {t('loading')}
    </div>
  );
}
