import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { i18n } from '#i18n';
import { AboutTab } from './AboutTab';
import { DataTab } from './DataTab';
import { LockTab } from './LockTab';
import { PlaybooksTab } from './playbooks/PlaybooksTab';
import { ProofTab } from './proof/ProofTab';
import { SitesTab } from './SitesTab';
import { StagesTab } from './StagesTab';

const PARTS = {
  data: DataTab,
  lock: LockTab,
  stages: StagesTab,
  playbooks: PlaybooksTab,
  sites: SitesTab,
  proof: ProofTab,
  about: AboutTab,
} as const;
type Part = keyof typeof PARTS;

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** The part that the address names (`options.html#stages`); your data otherwise. */
function partOfAddress(): Part {
  const name = location.hash.slice(1);
  return isPart(name) ? name : 'data';
}

/** Settings and your data: everything that exports, imports or is set once stands here, where no page can cover it. */
export function Options() {
  const [part, setPart] = useState<Part>(partOfAddress);
  // A link to a part may be followed while the page is open; turning a tab fires nothing.
  useEffect(() => {
    const follow = () => setPart(partOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const show = (next: Part) => {
    history.replaceState(null, '', `#${next}`);
    setPart(next);
  };
  return (
    <main className="options">
      <h1>{i18n.t('options.heading')}</h1>
      <Tabs
        className="options-tabs"
        selectedKey={part}
        onSelectionChange={(key) => isPart(String(key)) && show(key as Part)}
      >
        <TabList className="parts" aria-label={i18n.t('options.parts')}>
          {(Object.keys(PARTS) as Part[]).map((name) => (
            <Tab key={name} id={name} className="part-tab">
              {i18n.t(`options.tab.${name}`)}
            </Tab>
          ))}
        </TabList>
        {Object.entries(PARTS).map(([name, Content]) => (
          <TabPanel key={name} id={name} className="part">
            <h2 className="unseen">{i18n.t(`options.tab.${name as Part}`)}</h2>
            <Content />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}
