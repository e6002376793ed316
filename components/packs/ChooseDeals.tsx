import { memo, useMemo, useState } from 'react';
import { Button, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import { isShown, USUAL_VIEW } from '../../lib/domain/review-view';
import { count } from '../format';
import { Sign } from '../Marks';
import { dealName, phaseWord } from '../review/words';

/** How many are listed at a time; others are found by searching. */
const LISTED = 200;

interface ChooseDealsProps {
  own: readonly ReviewRow[];
  chosen: ReadonlySet<DealKey>;
  onChange: (chosen: ReadonlySet<DealKey>) => void;
}

/**
 * Which of one's own deals go: those that the review showed, until somebody says otherwise. It is not drawn
 * again while what goes is counted beside it.
 */
export const ChooseDeals = memo(function ChooseDeals({ own, chosen, onChange }: ChooseDealsProps) {
  const [search, setSearch] = useState('');
  const found = useMemo(
    () => own.filter((row) => isShown(row, { ...USUAL_VIEW, closed: true, search })),
    [own, search],
  );
  const listed = found.slice(0, LISTED);
  const keys = new Set(found.map(({ deal }) => deal));
  const select = (some: Iterable<unknown>) => {
    const marked = new Set<unknown>(some);
    // What is chosen and not listed stays so.
    const shown = new Set(listed.map(({ deal }) => deal));
    onChange(
      new Set([...[...chosen].filter((deal) => !shown.has(deal)), ...[...shown].filter((deal) => marked.has(deal))]),
    );
  };
  return (
    <section className="packs-choose" aria-labelledby="packs-choose">
      <h2 id="packs-choose">{i18n.t('packs.choose')}</h2>
      <div className="packs-line">
        <SearchField className="field" value={search} onChange={setSearch}>
          <Label className="unseen">{i18n.t('packs.search')}</Label>
          <Input className="input" dir="auto" placeholder={i18n.t('packs.search')} autoComplete="off" />
        </SearchField>
        <Button className="plain" onPress={() => onChange(new Set([...chosen, ...keys]))}>
          {i18n.t('packs.all')}
        </Button>
        <Button className="plain" onPress={() => onChange(new Set([...chosen].filter((deal) => !keys.has(deal))))}>
          {i18n.t('packs.none')}
        </Button>
      </div>
      <p role="status">{i18n.t('packs.chosen', chosen.size, [count(chosen.size)])}</p>
      <ListBox
        className="packs-list"
        aria-label={i18n.t('packs.choose')}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(marked) => select(marked === 'all' ? listed.map(({ deal }) => deal) : marked)}
        renderEmptyState={() => <p className="quiet">{i18n.t('review.nothing')}</p>}
      >
        {listed.map((row) => (
          <ListBoxItem key={row.deal} id={row.deal} className="packs-item" textValue={dealName(row)}>
            {({ isSelected }) => (
              <>
                <span className="box">{isSelected && <Sign of="check" />}</span>
                <bdi>{dealName(row)}</bdi>
                <bdi className="small quiet">{[row.account, phaseWord(row)].filter(Boolean).join(' · ')}</bdi>
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
      {found.length > LISTED && (
        <p className="small quiet">{i18n.t('packs.more', [count(LISTED), count(found.length)])}</p>
      )}
    </section>
  );
});
