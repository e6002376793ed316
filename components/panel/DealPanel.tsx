import { type ReactNode, useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { DealView } from '../../lib/domain/view';
import { type ShownDeal, useDeal } from '../../lib/state/deal';
import { askHealth, type Health, useHealth } from '../../lib/state/health';
import { useMeetingScreen } from '../../lib/state/meeting-screen';
import { numbersIn } from '../../lib/state/numbers';
import { tellPage, usePageLink } from '../../lib/state/page-link';
import { showTab, TABS, type Tab as TabName, usePanel } from '../../lib/state/panel-store';
import { useToday } from '../../lib/state/today';
import { BeforeAdvance } from '../advance/BeforeAdvance';
import { WhyAdvanced } from '../advance/WhyAdvanced';
import { DecisionNote } from '../decision/DecisionNote';
import { launcherLabel } from '../launcher-words';
import { AgendaTab } from '../meeting/AgendaTab';
import { MeetingNotice } from '../meeting/MeetingNotice';
import { MeetingScreen } from '../meeting/MeetingScreen';
import { useBadge } from '../meeting/use-badge';
import { UrgencyTab } from '../urgency/UrgencyTab';
import { Announcer } from './Announcer';
import { AskNext } from './AskNext';
import { Checklist } from './Checklist';
import { DealTab } from './DealTab';
import { HeadButtons, Header } from './Header';
import { SinceLook } from './SinceLook';
import { Skeleton } from './Skeleton';
import { StageAsk } from './StageAsk';
import { Trouble, type TroubleKind } from './Trouble';
import { useHandedFocus } from './use-handed-focus';

/** One deal: what is kept of it if that can be believed, and in words what is wrong if it cannot. */
export function DealPanel({ deal }: { deal: DealKey }) {
  const [attempt, setAttempt] = useState(0);
  const shown = useDeal(deal, attempt);
  const health = useHealth();
  const trouble = troubleOf(shown, health);
  const retry = () => {
    setAttempt(attempt + 1);
    void askHealth();
  };
  if (trouble) {
    return (
      <>
        <Unread />
        <Trouble kind={trouble} onRetry={retry} />
      </>
    );
  }
  // Nothing kept is believed only once storage was asked whether something is missing.
  if (shown.state !== 'shown' || (!shown.isKept && !health)) return <Skeleton />;
  const notice = health?.state === 'full' || health?.state === 'newer' ? health.state : null;
  return <Shown shown={shown} notice={notice && <Trouble kind={notice} onRetry={retry} />} />;
}

interface ShownProps {
  shown: Extract<ShownDeal, { state: 'shown' }>;
  notice: ReactNode;
}

function Shown({ shown, notice }: ShownProps) {
  const { view, why, changes } = shown;
  const { playbook } = view;
  const today = useToday().day;
  const tab = usePanel((state) => state.tab);
  const place = useHandedFocus();
  const screen = useMeetingScreen(view.deal);
  useLauncherNumbers(view);
  useBadge(view);
  if (screen) return <MeetingScreen view={view} screen={screen} />;
  const parts: Record<TabName, ReactNode> = {
    checklist: <Checklist view={view} playbook={playbook} today={today} />,
    urgency: <UrgencyTab view={view} playbook={playbook} today={today} />,
    agenda: <AgendaTab view={view} />,
    deal: <DealTab view={view} why={why} changes={changes} today={today} />,
  };
  return (
    <>
      <Header view={view} today={today} />
      <div className="scroll" ref={place}>
        {notice}
        <BeforeAdvance view={view} changes={changes} today={today} />
        <WhyAdvanced view={view} />
        <DecisionNote view={view} today={today} />
        <MeetingNotice view={view} />
        <SinceLook view={view} playbook={playbook} changes={changes} />
        <StageAsk view={view} />
        <AskNext view={view} playbook={playbook} today={today} />
        <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => showTab(key as TabName)}>
          <TabList className="tab-list" aria-label={i18n.t('panel.tab.list')}>
            {TABS.map((one) => (
              <Tab key={one} id={one} className="tab">
                {i18n.t(`panel.tab.${one}`)}
              </Tab>
            ))}
          </TabList>
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
}

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

/** What keeps the deal from being shown: storage that cannot be read, or that has lost what it held. */
function troubleOf(shown: ShownDeal, health: Health | null): TroubleKind | null {
  if (health?.state === 'lost') return 'lost';
  if (shown.state === 'failed') return shown.reason;
  if (health?.state === 'blocked' || health?.state === 'broken') return health.state;
  return null;
}
