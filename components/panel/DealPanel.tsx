import { Fragment, memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { DealView } from '../../lib/domain/view';
import { type ShownDeal, useDeal, watchAnew } from '../../lib/state/deal';
import { askHealth, useHealth, useTrouble } from '../../lib/state/health';
import { useMeetingScreen } from '../../lib/state/meeting-screen';
import { numbersIn } from '../../lib/state/numbers';
import { tellPage, usePageLink } from '../../lib/state/page-link';
import { showTab, TABS, type Tab as TabName, usePanel } from '../../lib/state/panel-store';
import { useToday } from '../../lib/state/today';
import { BeforeAdvance } from '../advance/BeforeAdvance';
import { WhyAdvanced } from '../advance/WhyAdvanced';
import { CloseNote } from '../close/CloseNote';
import { DecisionNote } from '../decision/DecisionNote';
import { launcherLabel } from '../launcher-words';
import { AgendaTab } from '../meeting/AgendaTab';
import { MeetingNotice } from '../meeting/MeetingNotice';
import { MeetingScreen } from '../meeting/MeetingScreen';
import { useBadge } from '../meeting/use-badge';
import { Banner } from '../policy/Banner';
import { AskedNote } from '../review/AskedNote';
import { Givers } from '../theirs/givers';
import { TheirDeal } from '../theirs/TheirDeal';
import { OwnNote } from '../theirs/WhoseNote';
import { giversOf } from '../theirs/words';
import { UrgencyTab } from '../urgency/UrgencyTab';
import { Announcer } from './Announcer';
import { AskNext } from './AskNext';
import { Checklist } from './Checklist';
import { DealTab } from './DealTab';
import { HeadButtons, Header } from './Header';
import { ReadingNote } from './ReadingNote';
import { SinceLook } from './SinceLook';
import { Skeleton } from './Skeleton';
import { StageAsk } from './StageAsk';
import { Trouble } from './Trouble';
import { useHandedFocus } from './use-handed-focus';
import { useLate } from './use-late';

/** One deal: what is kept of it if that can be believed, and in words what is wrong if it cannot. */
export function DealPanel({ deal }: { deal: DealKey }) {
  const shown = useDeal(deal);
  const health = useHealth();
  const trouble = useTrouble(shown);
  // Nothing kept is believed only once storage was asked whether something is missing.
  const isRead = shown.state === 'shown' && (shown.isKept || health !== null);
  const [last, setLast] = useState<ReadDeal | null>(null);
  if (isRead && shown !== last) setLast(shown);
  const isLate = useLate(!isRead);
  const drawn = isRead ? shown : last;
  const givers = useMemo(() => (drawn ? giversOf(drawn) : new Map()), [drawn]);
  const retry = () => {
    watchAnew(deal);
    void askHealth();
  };
  const isBack = health?.state === 'ok' && shown.state === 'failed';
  useEffect(() => {
    if (isBack) watchAnew(deal);
  }, [isBack, deal]);
  // What can no longer be read stays where it was, with what is being typed in it; what is lost does not.
  const stays = trouble !== 'lost' && last?.view.deal === deal;
  if (trouble && !stays) {
    return (
      <>
        <Unread />
        <Trouble kind={trouble} onRetry={retry} />
      </>
    );
  }
  if (!drawn || (isLate && !trouble)) return <Skeleton />;
  const notice = trouble ?? (health?.state === 'full' || health?.state === 'newer' ? health.state : null);
  const noticed = notice && <Trouble kind={notice} onRetry={retry} />;
  const isOf = isRead || trouble !== null;
  return (
    // While the next deal is read, the last is out of sight and out of reach, to be drawn over: a skeleton
    // in between would be drawn in vain.
    <div className="deal" data-deal={isOf ? deal : undefined} inert={!isOf}>
      <Givers value={givers}>
        {drawn.of.isMine ? (
          <Shown shown={drawn} notice={noticed} />
        ) : (
          <TheirDeal key={deal} shown={drawn} notice={noticed} />
        )}
      </Givers>
    </div>
  );
}

type ReadDeal = Extract<ShownDeal, { state: 'shown' }>;

interface ShownProps {
  shown: ReadDeal;
  notice: ReactNode;
}

/** The same for every deal. */
const TAB_LIST = (
  <TabList className="tab-list" aria-label={i18n.t('panel.tab.list')}>
    {TABS.map((one) => (
      <Tab key={one} id={one} className="tab">
        {i18n.t(`panel.tab.${one}`)}
      </Tab>
    ))}
  </TabList>
);

const Shown = memo(function Shown({ shown, notice }: ShownProps) {
  const { view, changes } = shown;
  const { deal, playbook } = view;
  const today = useToday().day;
  const tab = usePanel((state) => state.tab);
  const place = useHandedFocus();
  const screen = useMeetingScreen(deal);
  useLauncherNumbers(view);
  useBadge(view);
  useLayoutEffect(() => {
    if (deal && place.current) place.current.scrollTop = 0;
  }, [deal, place]);
  if (screen) return <MeetingScreen key={deal} view={view} screen={screen} />;
  // What can be typed into, opened or waited for begins anew with each deal; the checklist is drawn over.
  const parts: Record<TabName, ReactNode> = {
    checklist: <Checklist view={view} playbook={playbook} today={today} />,
    urgency: <UrgencyTab key={deal} view={view} playbook={playbook} today={today} />,
    agenda: <AgendaTab key={deal} view={view} />,
    deal: <DealTab key={deal} shown={shown} today={today} />,
  };
  return (
    <>
      <Header key={deal} view={view} today={today} />
      <div className="scroll" ref={place}>
        <Banner />
        {notice}
        <Fragment key={deal}>
          <OwnNote shown={shown} />
          <BeforeAdvance view={view} changes={changes} today={today} />
          <WhyAdvanced view={view} />
          <ReadingNote view={view} />
          <DecisionNote view={view} today={today} />
          <CloseNote view={view} />
          <AskedNote asked={shown.asked} today={today} />
          <MeetingNotice view={view} />
          <SinceLook view={view} playbook={playbook} changes={changes} />
          <StageAsk view={view} />
          <AskNext view={view} playbook={playbook} today={today} />
        </Fragment>
        <Tabs selectedKey={tab} onSelectionChange={(key) => showTab(key as TabName)}>
          {TAB_LIST}
          {TABS.map((one) => (
            <TabPanel key={one} id={one} className="tab-panel">
              {parts[one]}
            </TabPanel>
          ))}
        </Tabs>
      </div>
      <Announcer view={view} />
    </>
  );
});

/** The launcher beside the panel shows what the panel shows. */
function useLauncherNumbers(view: DealView): void {
  const { known, firmness, gaps } = numbersIn(view);
  const { deal } = view;
  useEffect(() => {
    const numbers = { known, firmness, gaps };
    tellPage({ t: 'numbers', key: deal, numbers: { ...numbers, label: launcherLabel(numbers) } });
  }, [deal, known, firmness, gaps]);
}

/** The name as the page says it, where nothing that is kept can be read. */
function Unread() {
  const raw = usePageLink((state) => state.raw);
  const name = raw?.fields.name?.text;
  return (
    <header className="head head-top">
      <h1 className="names clamp-2">
        <bdi>{name ?? i18n.t('words.footing')}</bdi>
      </h1>
      <HeadButtons deal={null} />
    </header>
  );
}
