import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useParams } from 'wouter';
import { useAct, useRead } from '../../api/hooks.ts';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';

/** Before the first question: signed in, and a name and number declared. Then the draft is opened, old or new. */
export function Begin() {
  const { itemId = '' } = useParams();
  const here = encodeURIComponent(`/items/${itemId}/apply`);
  return (
    <Loaded of={useRead('GET /my/self', {})}>
      {({ me }) => {
        if (me === undefined) return <Redirect replace to={`/sign-in?to=${here}`} />;
        if (me.assurance === 'none') return <Redirect replace to={`/identity?to=${here}`} />;
        return <OpenDraft itemId={itemId} />;
      }}
    </Loaded>
  );
}

function OpenDraft({ itemId }: { itemId: string }) {
  const { t } = useTranslation('resident');
  const [, go] = useLocation();
  const begin = useAct('POST /my/cases');
  const begun = useRef(false);
  const open = () =>
    begin.mutate({ itemId }, { onSuccess: ({ caseId }) => go(`/apply/${caseId}/place`, { replace: true }) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for this visit
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    open();
  }, []);
  return (
    <Page heading={t('apply.begin')} before={<Back to={`/items/${itemId}`}>{t('back')}</Back>}>
      <Refused refusal={begin.error} retry={open} />
    </Page>
  );
}
