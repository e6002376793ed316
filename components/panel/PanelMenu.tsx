import { MenuItem, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import {
  openHandOver,
  openOptions,
  openPanelTab,
  openReview,
  openSide,
  sidePanelIsThere,
} from '../../lib/state/elsewhere';
import { lockNow, useLock } from '../../lib/state/lock';
import { tellPage, usePageLink } from '../../lib/state/page-link';
import { usePolicy } from '../../lib/state/policy';
import { teachBeside } from '../../lib/state/site-access';
import { MoreMenu } from '../MoreMenu';

/** Where the panel stands, and the ways to Footing's other pages. Nothing here erases or exports. */
export function PanelMenu({ deal }: { deal: DealKey | null }) {
  const mode = usePageLink((state) => state.mode);
  const url = usePageLink((state) => state.raw?.url ?? null);
  const side = usePageLink((state) => state.placement?.side ?? 'right');
  const { lock } = useLock();
  const { handOver } = usePolicy().policy;
  const other = side === 'right' ? 'left' : 'right';
  return (
    <MoreMenu label={i18n.t('panel.menu.open')}>
      {mode === 'frame' && (
        <MenuItem className="menu-item" onAction={() => tellPage({ t: 'dock', side: other })}>
          {i18n.t(other === 'left' ? 'panel.menu.dockLeft' : 'panel.menu.dockRight')}
        </MenuItem>
      )}
      {mode === 'frame' && sidePanelIsThere() && (
        <MenuItem className="menu-item" onAction={() => void openSide()}>
          {i18n.t('panel.menu.side')}
        </MenuItem>
      )}
      {mode !== 'alone' && deal && (
        <MenuItem className="menu-item" onAction={() => void openPanelTab(deal)}>
          {i18n.t('panel.menu.tab')}
        </MenuItem>
      )}
      {mode !== 'alone' && url && (
        <MenuItem className="menu-item" onAction={() => void teachBeside(url)}>
          {i18n.t('sites.here.teach')}
        </MenuItem>
      )}
      <MenuItem className="menu-item" onAction={() => void openReview()}>
        {i18n.t('panel.menu.review')}
      </MenuItem>
      {deal && handOver && (
        <MenuItem className="menu-item" onAction={() => void openHandOver(deal)}>
          {i18n.t('panel.menu.handOver')}
        </MenuItem>
      )}
      <MenuItem className="menu-item" onAction={() => void openOptions()}>
        {i18n.t('panel.menu.data')}
      </MenuItem>
      {lock === 'open' && (
        <MenuItem className="menu-item" onAction={() => void lockNow()}>
          {i18n.t('lock.menu')}
        </MenuItem>
      )}
      {mode === 'frame' && (
        <MenuItem className="menu-item" textValue={i18n.t('panel.menu.hide')} onAction={() => tellPage({ t: 'hide' })}>
          <Text slot="label">{i18n.t('panel.menu.hide')}</Text>
          <Text slot="description" className="small quiet">
            {i18n.t('panel.menu.hideHint')}
          </Text>
        </MenuItem>
      )}
    </MoreMenu>
  );
}
