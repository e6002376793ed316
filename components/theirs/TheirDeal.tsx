import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { i18n } from '#i18n';
import type { ShownDeal } from '../../lib/state/deal';
import { showTab, TABS, type Tab as TabName, usePanel } from '../../lib/state/panel-store';
import { useToday } from '../../lib/state/today';
import { Checklist } from '../panel/Checklist';
import { Header } from '../panel/Header';
import { Reading } from '../panel/reading';
import { UrgencyTab } from '../urgency/UrgencyTab';
import { TheirDealTab } from './TheirDealTab';
import { TheirMeetings } from './TheirMeetings';
import { TheirNote } from './WhoseNote';

interface TheirDealProps {
  shown: Extract<ShownDeal, { state: 'shown' }>;
  notice: ReactNode;
}

/** A deal that its seller handed over: the panel as they have it, to be read and not to be changed. */
export function TheirDeal({ shown, notice }: TheirDealProps) {
  const { view, changes } = shown;
  const { playbook } = view;
  const today = useToday().day;
  const tab = usePanel((state) => state.tab);
  const parts: Record<TabName, ReactNode> = {
    checklist: <Checklist view={view} playbook={playbook} today={today} />,
    urgency: <UrgencyTab view={view} playbook={playbook} today={today} />,
    agenda: <TheirMeetings view={view} today={today} />,
    deal: <TheirDealTab view={view} changes={changes} today={today} />,
  };
  return (
    <Reading value={true}>
      <Header view={view} today={today} />
      <div className="scroll">
        {notice}
        <TheirNote shown={shown} />
        <Tabs selectedKey={tab} onSelectionChange={(key) => showTab(key as TabName)}>
          <TabList className="tab-list" aria-label={i18n.t('panel.tab.list')}>
            {TABS.map((one) => (
              <Tab key={one} id={one} className="tab">
                {i18n.t(one === 'agenda' ? 'theirs.meetings' : `panel.tab.${one}`)}
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
    </Reading>
  );
}
