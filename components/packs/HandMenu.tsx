import { Button, Menu, MenuItem, MenuTrigger, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import { hand } from '../../lib/state/review-view';
import { Overlay } from '../Overlay';

/** The ways between a seller and a manager: deals go, reviews come back, each as a file. */
export function HandMenu() {
  return (
    <MenuTrigger>
      <Button className="button">
        {i18n.t('packs.menu')}
        <span aria-hidden>▾</span>
      </Button>
      <Overlay placement="bottom end">
        <Menu className="menu">
          {(['out', 'in', 'back'] as const).map((way) => (
            <MenuItem key={way} className="menu-item" textValue={i18n.t(`packs.${way}`)} onAction={() => hand(way)}>
              <Text slot="label">{i18n.t(`packs.${way}`)}</Text>
              <Text slot="description" className="small quiet">
                {i18n.t(`packs.${way}Hint`)}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Overlay>
    </MenuTrigger>
  );
}
