import { memo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import { usePolicy } from '../../lib/state/policy';
import { hand } from '../../lib/state/review-view';
import { Overlay } from '../Overlay';

const WAYS = ['out', 'in', 'back'] as const;

/** The ways between a seller and a manager: deals go, reviews come back, each as a file. */
export const HandMenu = memo(function HandMenu() {
  const { handOver } = usePolicy().policy;
  return (
    <MenuTrigger>
      <Button className="button">
        {i18n.t('packs.menu')}
        <span aria-hidden>▾</span>
      </Button>
      <Overlay placement="bottom end">
        <Menu className="menu">
          {WAYS.map((way) => {
            const isOff = way === 'out' && !handOver;
            return (
              <MenuItem
                key={way}
                className="menu-item"
                isDisabled={isOff}
                textValue={i18n.t(`packs.${way}`)}
                onAction={() => hand(way)}
              >
                <Text slot="label">{i18n.t(`packs.${way}`)}</Text>
                <Text slot="description" className="small quiet">
                  {i18n.t(isOff ? 'policy.byOrganisation' : `packs.${way}Hint`)}
                </Text>
              </MenuItem>
            );
          })}
        </Menu>
      </Overlay>
    </MenuTrigger>
  );
});
