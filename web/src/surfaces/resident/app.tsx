import { type ComponentType, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { DistrictContext } from '../../ui/resident/district.tsx';
import { later } from '../../ui/resident/later.tsx';
import { Opening } from '../../ui/resident/loaded.tsx';
import { addWords } from '../../words/language.ts';
import { Foot, Head, PhoneBar, Printed, Skip, Unreachable } from './frame.tsx';
import { Home } from './home.tsx';

/** Words that come with the pages that say them; asked for once, and again when the line failed. */
function wordsLater(load: Parameters<typeof addWords>[0]): () => Promise<void> {
  let words: Promise<void> | undefined;
  return () => {
    words ??= addWords(load).catch((error: unknown) => {
      words = undefined;
      throw error;
    });
    return words;
  };
}

const residentWords = wordsLater(async (language) => ({
  ...(await (language === 'en' ? import('./words.en.ts') : import('./words.ts'))),
}));
const entryWords = wordsLater(async (language) => ({
  resident: (await (language === 'en' ? import('../../words/en/entry.ts') : import('../../words/zh-CN/entry.ts')))
    .entry,
}));
const pageWords = wordsLater(async (language) => ({
  resident: (await (language === 'en' ? import('../../words/en/pages.ts') : import('../../words/zh-CN/pages.ts')))
    .pages,
}));
const whyWords = wordsLater(async (language) => ({
  ...(await (language === 'en' ? import('../../words/en/why.ts') : import('../../words/zh-CN/why.ts'))),
}));
const drawWords = wordsLater(async (language) => ({
  resident: (await (language === 'en' ? import('../../words/en/draws.ts') : import('../../words/zh-CN/draws.ts')))
    .draws,
}));
const guideWords = wordsLater(async (language) => {
  const { guide, guidePage } = await (language === 'en'
    ? import('../../words/en/guide.ts')
    : import('../../words/zh-CN/guide.ts'));
  return { guide, resident: guidePage };
});

const commitmentWords = wordsLater(async (language) => ({
  resident: (
    await (language === 'en'
      ? import('../../words/en/my-commitments.ts')
      : import('../../words/zh-CN/my-commitments.ts'))
  ).myCommitments,
}));
const listWords = wordsLater(async (language) => ({
  lists: (await (language === 'en' ? import('../../words/en/lists.ts') : import('../../words/zh-CN/lists.ts'))).lists,
}));

const noticeWords = wordsLater(async (language) => ({
  publicNotices: (
    await (language === 'en'
      ? import('../../words/en/public-notices.ts')
      : import('../../words/zh-CN/public-notices.ts'))
  ).publicNotices,
}));

/** A screen that comes when somebody goes there, with the words that it says beyond those of every screen. */
function screen<Name extends string>(
  name: Name,
  load: () => Promise<Record<Name, ComponentType>>,
  ...more: (() => Promise<void>)[]
) {
  return later(name, async () => {
    const [page] = await Promise.all([load(), residentWords(), ...more.map((words) => words())]);
    return page[name];
  });
}

const Find = screen('Find', () => import('./find.tsx'), entryWords);
const LifeEvents = screen('LifeEvents', () => import('./life-events-page.tsx'), entryWords);
const Near = screen('Near', () => import('./near-page.tsx'), entryWords);
const Guide = screen('Guide', () => import('./guide.tsx'), entryWords, guideWords);
const GuidePrint = screen('GuidePrint', () => import('./guide-print.tsx'), entryWords, guideWords);
const GuideWhy = screen('GuideWhy', () => import('./guide-why.tsx'), whyWords);
const Begin = screen('Begin', () => import('./begin.tsx'), pageWords);
const SignIn = screen('SignIn', () => import('./sign-in.tsx'), entryWords);
const Identity = screen('Identity', () => import('./identity.tsx'), entryWords);
const Apply = screen('Apply', () => import('./apply/apply.tsx'), commitmentWords);
const My = screen('My', () => import('./my.tsx'), entryWords, pageWords);
const Licences = screen('Licences', () => import('./licences.tsx'), pageWords);
const Licence = screen('Licence', () => import('./licences.tsx'), pageWords);
const Case = screen('Case', () => import('./case.tsx'), pageWords, commitmentWords, drawWords);
const CaseWhy = screen('CaseWhy', () => import('./case-why.tsx'), pageWords, whyWords);
const Supplement = screen('Supplement', () => import('./supplement.tsx'), pageWords);
const Owed = screen('Owed', () => import('./owed.tsx'), commitmentWords);
const WithdrawCommitment = screen('WithdrawCommitment', () => import('./owed.tsx'), commitmentWords);
const Withdraw = screen('Withdraw', () => import('./withdraw.tsx'), pageWords);
const Mandates = screen('Mandates', () => import('./mandates.tsx'), pageWords);
const GiveMandate = screen('GiveMandate', () => import('./give-mandate.tsx'), entryWords, pageWords);
const Mandate = screen('Mandate', () => import('./mandate.tsx'), pageWords);
const RevokeMandate = screen('RevokeMandate', () => import('./mandate.tsx'), pageWords);
const Query = screen('Query', () => import('./query.tsx'), pageWords, whyWords, drawWords);
const Verify = screen('Verify', () => import('./verify.tsx'), pageWords);
const Seals = screen('Seals', () => import('./seals.tsx'), pageWords);
const Draw = screen('Draw', () => import('./draw.tsx'), pageWords, drawWords);
const Hearing = screen('Hearing', () => import('./hearing.tsx'), pageWords, drawWords);
const Accessibility = screen('Accessibility', () => import('./accessibility.tsx'), pageWords);
const Privacy = screen('Privacy', () => import('./privacy.tsx'), pageWords);
const PublicLists = screen('PublicLists', () => import('./lists/pages.tsx'), listWords);
const PublicNotices = screen('PublicNotices', () => import('./public-notices.tsx'), noticeWords);
const PublicNotice = screen('PublicNotice', () => import('./public-notices.tsx'), noticeWords);
const Grants = screen('Grants', () => import('./grants.tsx'), noticeWords);
const NotFound = screen('NotFound', () => import('./not-found.tsx'));

/** The resident's surface: header, one page, footer. Nothing is drawn before the district and its day are known. */
export function App() {
  const district = useRead('GET /district', {});
  usePrintUnfolded();
  return (
    <DistrictContext.Provider value={district.data}>
      <Skip />
      <Head />
      <Printed />
      {district.data === undefined ? (
        district.error === null ? (
          <Opening />
        ) : (
          <Unreachable refusal={district.error} retry={() => void district.refetch()} />
        )
      ) : (
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/find" component={Find} />
          <Route path="/life-events" component={LifeEvents} />
          <Route path="/near" component={Near} />
          <Route path="/items/:itemId" component={Guide} />
          <Route path="/items/:itemId/print" component={GuidePrint} />
          <Route path="/items/:itemId/why" component={GuideWhy} />
          <Route path="/items/:itemId/apply" component={Begin} />
          <Route path="/sign-in" component={SignIn} />
          <Route path="/identity" component={Identity} />
          <Route path="/apply/:caseId/:step" component={Apply} />
          <Route path="/my" component={My} />
          <Route path="/my/licences" component={Licences} />
          <Route path="/my/licences/:licenceId" component={Licence} />
          <Route path="/my/cases/:caseId" component={Case} />
          <Route path="/my/cases/:caseId/why" component={CaseWhy} />
          <Route path="/my/cases/:caseId/supplement" component={Supplement} />
          <Route path="/my/cases/:caseId/supply" component={Owed} />
          <Route path="/my/cases/:caseId/withdraw-commitment" component={WithdrawCommitment} />
          <Route path="/my/cases/:caseId/withdraw" component={Withdraw} />
          <Route path="/my/cases/:caseId/hearing" component={Hearing} />
          <Route path="/mandates" component={Mandates} />
          <Route path="/mandates/new/:step" component={GiveMandate} />
          <Route path="/mandates/:mandateId" component={Mandate} />
          <Route path="/mandates/:mandateId/revoke" component={RevokeMandate} />
          <Route path="/query" component={Query} />
          <Route path="/verify/:token" component={Verify} />
          <Route path="/seals" component={Seals} />
          <Route path="/draws/:meetingId" component={Draw} />
          <Route path="/lists/*?" component={PublicLists} />
          <Route path="/notices" component={PublicNotices} />
          <Route path="/notices/:noticeId" component={PublicNotice} />
          <Route path="/grants" component={Grants} />
          <Route path="/accessibility" component={Accessibility} />
          <Route path="/privacy" component={Privacy} />
          <Route component={NotFound} />
        </Switch>
      )}
      <Foot />
      <PhoneBar />
    </DistrictContext.Provider>
  );
}

/** Print shows every fold open, and leaves it as it was. */
function usePrintUnfolded(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const fold of opened) fold.open = true;
    };
    const close = () => {
      for (const fold of opened) fold.open = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
}
