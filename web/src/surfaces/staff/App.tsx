import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Chrome } from './Chrome.tsx';
import { Loading } from './Loading.tsx';
import { useMe } from './Refused.tsx';
import { PostChoice, SignIn } from './SignIn.tsx';

const WorkList = lazy(() => import('./WorkList.tsx').then(({ WorkList }) => ({ default: WorkList })));
const CasePage = lazy(() => import('./CasePage.tsx').then(({ CasePage }) => ({ default: CasePage })));
const ActPage = lazy(() => import('./ActPage.tsx').then(({ ActPage }) => ({ default: ActPage })));
const Intake = lazy(() => import('../window/Intake.tsx').then(({ Intake }) => ({ default: Intake })));
const CarryList = lazy(() => import('../agent/CarryList.tsx').then(({ CarryList }) => ({ default: CarryList })));
const StaffMembers = lazy(() =>
  import('../admin/StaffMembers.tsx').then(({ StaffMembers }) => ({ default: StaffMembers })),
);
const Aliases = lazy(() => import('../admin/Aliases.tsx').then(({ Aliases }) => ({ default: Aliases })));
const AccessLog = lazy(() => import('../admin/AccessLog.tsx').then(({ AccessLog }) => ({ default: AccessLog })));
const Jobs = lazy(() => import('../admin/Jobs.tsx').then(({ Jobs }) => ({ default: Jobs })));
const WorkCalendar = lazy(() =>
  import('../admin/WorkCalendar.tsx').then(({ WorkCalendar }) => ({ default: WorkCalendar })),
);
const Checks = lazy(() => import('../commitments/Checks.tsx').then(({ Checks }) => ({ default: Checks })));
const Credit = lazy(() => import('../commitments/Credit.tsx').then(({ Credit }) => ({ default: Credit })));
const Licences = lazy(() => import('../admin/Licences.tsx').then(({ Licences }) => ({ default: Licences })));
const LicencePage = lazy(() =>
  import('../admin/LicencePage.tsx').then(({ LicencePage }) => ({ default: LicencePage })),
);
const Archives = lazy(() => import('../archives/Archives.tsx').then(({ Archives }) => ({ default: Archives })));
const ArchivePage = lazy(() =>
  import('../archives/ArchivePage.tsx').then(({ ArchivePage }) => ({ default: ArchivePage })),
);
const Templates = lazy(() => import('../admin/Templates.tsx').then(({ Templates }) => ({ default: Templates })));
const TemplatePage = lazy(() =>
  import('../admin/TemplatePage.tsx').then(({ TemplatePage }) => ({ default: TemplatePage })),
);
const Imports = lazy(() => import('../catalogue/Imports.tsx').then(({ Imports }) => ({ default: Imports })));
const ImportPage = lazy(() =>
  import('../catalogue/ImportPage.tsx').then(({ ImportPage }) => ({ default: ImportPage })),
);
const ItemList = lazy(() => import('../catalogue/ItemList.tsx').then(({ ItemList }) => ({ default: ItemList })));
const ItemPage = lazy(() => import('../catalogue/ItemPage.tsx').then(({ ItemPage }) => ({ default: ItemPage })));
const DraftList = lazy(() => import('../catalogue/DraftList.tsx').then(({ DraftList }) => ({ default: DraftList })));
const DraftPage = lazy(() => import('../catalogue/DraftPage.tsx').then(({ DraftPage }) => ({ default: DraftPage })));
const BeyondGuide = lazy(() => import('./BeyondGuide.tsx').then(({ BeyondGuide }) => ({ default: BeyondGuide })));
const BasicItems = lazy(() =>
  import('../catalogue/BasicItems.tsx').then(({ BasicItems }) => ({ default: BasicItems })),
);
const BasicItemPage = lazy(() =>
  import('../catalogue/BasicItemPage.tsx').then(({ BasicItemPage }) => ({ default: BasicItemPage })),
);
const BasicItemEdit = lazy(() =>
  import('../catalogue/BasicItemEdit.tsx').then(({ BasicItemEdit }) => ({ default: BasicItemEdit })),
);
const StandardsReport = lazy(() =>
  import('../catalogue/StandardsReport.tsx').then(({ StandardsReport }) => ({ default: StandardsReport })),
);
const UniformElements = lazy(() =>
  import('../catalogue/UniformElements.tsx').then(({ UniformElements }) => ({ default: UniformElements })),
);
const DevolutionList = lazy(() =>
  import('../catalogue/DevolutionList.tsx').then(({ DevolutionList }) => ({ default: DevolutionList })),
);
const DevolutionPropose = lazy(() =>
  import('../catalogue/DevolutionPropose.tsx').then(({ DevolutionPropose }) => ({ default: DevolutionPropose })),
);
const DevolutionPage = lazy(() =>
  import('../catalogue/DevolutionPage.tsx').then(({ DevolutionPage }) => ({ default: DevolutionPage })),
);
const LookBack = lazy(() => import('../catalogue/LookBack.tsx').then(({ LookBack }) => ({ default: LookBack })));
const MeetingList = lazy(() =>
  import('../meetings/MeetingList.tsx').then(({ MeetingList }) => ({ default: MeetingList })),
);
const MeetingPage = lazy(() =>
  import('../meetings/MeetingPage.tsx').then(({ MeetingPage }) => ({ default: MeetingPage })),
);
const MeetingArrange = lazy(() =>
  import('../meetings/MeetingArrange.tsx').then(({ MeetingArrange }) => ({ default: MeetingArrange })),
);
const Experts = lazy(() => import('../meetings/Experts.tsx').then(({ Experts }) => ({ default: Experts })));
const HeadsWork = lazy(() => import('../procedures/HeadsWork.tsx').then(({ HeadsWork }) => ({ default: HeadsWork })));
const NoticesDesk = lazy(() =>
  import('../procedures/NoticesDesk.tsx').then(({ NoticesDesk }) => ({ default: NoticesDesk })),
);
const Absences = lazy(() => import('../backoffice/Absences.tsx').then(({ Absences }) => ({ default: Absences })));
const Relations = lazy(() => import('../backoffice/Relations.tsx').then(({ Relations }) => ({ default: Relations })));
const PostList = lazy(() => import('../backoffice/PostList.tsx').then(({ PostList }) => ({ default: PostList })));
const SheetList = lazy(() => import('../backoffice/SheetList.tsx').then(({ SheetList }) => ({ default: SheetList })));
const SheetMake = lazy(() => import('../backoffice/SheetMake.tsx').then(({ SheetMake }) => ({ default: SheetMake })));
const SheetPage = lazy(() => import('../backoffice/SheetPage.tsx').then(({ SheetPage }) => ({ default: SheetPage })));
const Indicators = lazy(() =>
  import('../supervisor/Indicators.tsx').then(({ Indicators }) => ({ default: Indicators })),
);
const CountedCases = lazy(() =>
  import('../supervisor/CountedCases.tsx').then(({ CountedCases }) => ({ default: CountedCases })),
);
const Definitions = lazy(() =>
  import('../supervisor/Definitions.tsx').then(({ Definitions }) => ({ default: Definitions })),
);
const ClosedPeriods = lazy(() =>
  import('../supervisor/ClosedPeriods.tsx').then(({ ClosedPeriods }) => ({ default: ClosedPeriods })),
);
const Dev = lazy(() => import('../dev/Dev.tsx').then(({ Dev }) => ({ default: Dev })));

/** One page for the staff: `/dev` in the demo, everything else below `/staff`. */
export function App() {
  if (location.pathname === '/dev' || location.pathname.startsWith('/dev/'))
    return (
      <Suspense fallback={<Loading />}>
        <Dev />
      </Suspense>
    );
  return (
    <Router base="/staff">
      <Switch>
        <Route path="/sign-in" component={SignIn} />
        <Route>
          <SignedIn />
        </Route>
      </Switch>
    </Router>
  );
}

function SignedIn() {
  const self = useMe();
  if (self.isPending) return <Loading />;
  const me = self.data?.me;
  if (me === undefined)
    return <Redirect to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} />;
  if (me.post === undefined) return <PostChoice me={me} />;
  const { role } = me.post;
  return (
    <Chrome me={me} post={me.post}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/intake" component={Intake} />
          <Route path="/staff-members" component={StaffMembers} />
          <Route path="/aliases" component={Aliases} />
          <Route path="/access-log" component={AccessLog} />
          <Route path="/jobs" component={Jobs} />
          <Route path="/my-absences" component={Absences} />
          <Route path="/my-relations" component={Relations} />
          <Route path="/posts" component={PostList} />
          <Route path="/hand-over" component={SheetList} />
          <Route path="/hand-over/new" component={SheetMake} />
          <Route path="/hand-over/:sheetId">{({ sheetId }) => <SheetPage key={sheetId} sheetId={sheetId} />}</Route>
          <Route path="/calendar" component={WorkCalendar} />
          <Route path="/templates" component={Templates} />
          <Route path="/templates/:kind">{({ kind }) => <TemplatePage key={kind} kind={kind} />}</Route>
          <Route path="/imports" component={Imports} />
          <Route path="/imports/:importId">{({ importId }) => <ImportPage key={importId} importId={importId} />}</Route>
          <Route path="/items" component={ItemList} />
          <Route path="/items/:itemId">{({ itemId }) => <ItemPage key={itemId} itemId={itemId} />}</Route>
          <Route path="/drafts">
            <DraftList list="all" />
          </Route>
          <Route path="/drafts/:draftId/review">
            {({ draftId }) => <DraftPage key={draftId} draftId={draftId} page="review" />}
          </Route>
          <Route path="/drafts/:draftId">
            {({ draftId }) => <DraftPage key={draftId} draftId={draftId} page="edit" />}
          </Route>
          <Route path="/beyond-guide" component={BeyondGuide} />
          <Route path="/basic-items" component={BasicItems} />
          <Route path="/basic-items/new">
            <BasicItemEdit basicItemId={undefined} />
          </Route>
          <Route path="/basic-items/:basicItemId/edit">
            {({ basicItemId }) => <BasicItemEdit key={basicItemId} basicItemId={basicItemId} />}
          </Route>
          <Route path="/basic-items/:basicItemId">
            {({ basicItemId }) => <BasicItemPage key={basicItemId} basicItemId={basicItemId} />}
          </Route>
          <Route path="/standards" component={StandardsReport} />
          <Route path="/standards/elements" component={UniformElements} />
          <Route path="/devolution" component={DevolutionList} />
          <Route path="/devolution/new">
            <DevolutionPropose batchId={undefined} />
          </Route>
          <Route path="/devolution/:batchId/items">
            {({ batchId }) => <DevolutionPropose key={batchId} batchId={batchId} />}
          </Route>
          <Route path="/devolution/:batchId">
            {({ batchId }) => <DevolutionPage key={batchId} batchId={batchId} />}
          </Route>
          <Route path="/look-back" component={LookBack} />
          <Route path="/indicators" component={Indicators} />
          <Route path="/indicators/cases" component={CountedCases} />
          <Route path="/indicators/definitions" component={Definitions} />
          <Route path="/closed-periods" component={ClosedPeriods} />
          <Route path="/meetings" component={MeetingList} />
          <Route path="/meetings/:meetingId">
            {({ meetingId }) => <MeetingPage key={meetingId} meetingId={meetingId} />}
          </Route>
          <Route path="/cases/:caseId/tasks/:taskId/meeting">
            {({ caseId, taskId }) => <MeetingArrange key={taskId} caseId={caseId} taskId={taskId} />}
          </Route>
          <Route path="/experts" component={Experts} />
          <Route path="/heads-work" component={HeadsWork} />
          <Route path="/notices" component={NoticesDesk} />
          <Route path="/archives" component={Archives} />
          <Route path="/archives/:archiveId">
            {({ archiveId }) => <ArchivePage key={archiveId} archiveId={archiveId} />}
          </Route>
          <Route path="/commitment-checks" component={Checks} />
          <Route path="/credit" component={Credit} />
          <Route path="/licences" component={Licences} />
          <Route path="/licences/:licenceId">
            {({ licenceId }) => <LicencePage key={licenceId} licenceId={licenceId} />}
          </Route>
          <Route path="/cases/:caseId/:act">
            {({ caseId, act }) => <ActPage key={`${caseId}/${act}`} caseId={caseId} act={act} />}
          </Route>
          <Route path="/cases/:caseId">{({ caseId }) => <CasePage key={caseId} caseId={caseId} />}</Route>
          <Route path="/">
            {role === 'administrator' ? (
              <Redirect to="/staff-members" replace />
            ) : role === 'archivist' ? (
              <Redirect to="/archives" replace />
            ) : role === 'villageAgent' ? (
              <CarryList />
            ) : me.permissions.includes('drafts.read') ? (
              <DraftList list="mine" />
            ) : (
              <WorkList role={role} />
            )}
          </Route>
          <Route>
            <Redirect to="/" replace />
          </Route>
        </Switch>
      </Suspense>
    </Chrome>
  );
}
