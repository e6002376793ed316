import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import type { NamedDeal } from '../../../lib/state/erasing';
import { Overlay } from '../../Overlay';

/** As many as can be looked through; a longer name finds the rest. */
const SHOWN = 30;

interface DealSearchProps {
  deals: readonly NamedDeal[];
  onChoose: (deal: NamedDeal | null) => void;
}

/** One deal among all of them, by some letters of its name or its account. */
export function DealSearch({ deals, onChoose }: DealSearchProps) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase();
    const all = deals.filter((one) => `${titleOf(one)} ${one.account}`.toLocaleLowerCase().includes(wanted));
    return all.slice(0, SHOWN);
  }, [deals, typed]);
  return (
    <ComboBox
      className="field"
      items={found.map((deal) => ({ id: deal.deal, deal }))}
      inputValue={typed}
      onInputChange={setTyped}
      allowsEmptyCollection
      menuTrigger="focus"
      onSelectionChange={(id) => onChoose(deals.find(({ deal }) => deal === id) ?? null)}
    >
      <Label className="label">{i18n.t('erase.deal')}</Label>
      <div className="search">
        <Input className="input" placeholder={i18n.t('erase.dealNone')} />
        <Button className="sign" aria-label={i18n.t('erase.deals')}>
          <span aria-hidden>▾</span>
        </Button>
      </div>
      <Overlay placement="bottom start">
        <ListBox<{ id: string; deal: NamedDeal }>
          className="menu"
          renderEmptyState={() => <p className="menu-item quiet">{i18n.t('erase.noDeal')}</p>}
        >
          {({ deal }) => (
            <ListBoxItem id={deal.deal} className="menu-item" textValue={titleOf(deal)}>
              <Text slot="label">
                <bdi>{titleOf(deal)}</bdi>
              </Text>
              <Text slot="description" className="small quiet">
                <bdi>{deal.account || deal.deal}</bdi>
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Overlay>
    </ComboBox>
  );
}

const titleOf = ({ name, deal }: NamedDeal) => name || deal;
