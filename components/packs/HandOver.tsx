import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { Handing } from '../../lib/domain/review-view';
import { useCount, type Wish } from '../../lib/state/packs';
import { usePolicy } from '../../lib/state/policy';
import { Check } from '../Check';
import { Message } from '../Message';
import { ChooseDeals } from './ChooseDeals';
import { MakeFile } from './MakeFile';
import { WhatGoes } from './WhatGoes';

interface HandOverProps {
  /** `out`, or the one deal that goes. */
  only: Handing;
  rows: readonly ReviewRow[];
  found: readonly ReviewRow[];
}

/** A seller's own deals on their way to somebody else: which, what of them, under which lock. */
export function HandOver({ only, rows, found }: HandOverProps) {
  const own = useMemo(() => rows.filter(({ whose }) => whose === null), [rows]);
  const [chosen, setChosen] = useState<ReadonlySet<DealKey>>(() => {
    const offered =
      only === 'out' ? found.filter(({ whose }) => whose === null) : own.filter(({ deal }) => deal === only);
    return new Set(offered.map(({ deal }) => deal));
  });
  const { handOver } = usePolicy().policy;
  const [withNotes, setWithNotes] = useState(false);
  const wish = useMemo<Wish>(() => ({ kind: 'handover', deals: [...chosen], to: [], withNotes }), [chosen, withNotes]);
  const counting = useCount(wish);
  const notes = counting.state === 'counted' ? counting.count.notes : null;
  const held = notes ? notes.with + notes.without : 0;
  if (!handOver) return <Message title={i18n.t('policy.noHandOver')} hint={i18n.t('policy.byOrganisation')} />;
  if (own.length === 0) return <Message title={i18n.t('packs.noneMine')} hint={i18n.t('review.emptyHint')} />;
  return (
    <div className="packs-body">
      <ChooseDeals own={own} chosen={chosen} onChange={setChosen} />
      <div className="packs-side">
        <WhatGoes counting={counting} kind="handover" />
        <Check isOn={withNotes} onChange={setWithNotes} isDisabled={held === 0 && !withNotes}>
          {i18n.t('packs.withNotes')}
          <span className="block small quiet">{i18n.t('packs.withNotesHint', held)}</span>
        </Check>
        <MakeFile wish={wish} isReady={chosen.size > 0} usual={usualOwner(own)} />
      </div>
    </div>
  );
}

/** The name that the CRM gives to the owner of the first of one's own deals: mostly oneself. */
function usualOwner(own: readonly ReviewRow[]): string {
  return own.find(({ owner }) => owner !== null)?.owner ?? '';
}
