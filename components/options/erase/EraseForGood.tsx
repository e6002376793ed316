import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DealKey, OrgKey } from '../../../lib/domain/deal';
import type { EraseScope } from '../../../lib/domain/erasure';
import {
  considerErasing,
  eraseCounted,
  letBe,
  type NamedDeal,
  orgsOf,
  useEntries,
  useErasing,
  useNamedDeals,
} from '../../../lib/state/erasing';
import { usePlaybooks } from '../../../lib/state/playbooks';
import { Pick } from '../../Pick';
import { entryName } from '../entry-words';
import { DealSearch } from './DealSearch';
import { EraseOutcome } from './EraseOutcome';

const WHATS = ['entry', 'deal', 'org', 'everything'] as const;
type What = (typeof WHATS)[number];

interface Chosen {
  what: What | null;
  deal: NamedDeal | null;
  key: string | null;
  org: OrgKey | null;
}

const NOTHING: Chosen = { what: null, deal: null, key: null, org: null };

/** What is erased for good: chosen here, counted, and only then gone. */
export function EraseForGood() {
  const [chosen, setChosen] = useState(NOTHING);
  const [ended, setEnded] = useState(0);
  const choice = useRef<HTMLFieldSetElement>(null);
  const erasing = useErasing();
  const end = () => {
    setChosen(NOTHING);
    setEnded((times) => times + 1);
  };
  useEffect(() => {
    // The button that was pressed is gone: the keyboard is where the next choice begins.
    const isLost = document.activeElement === document.body;
    if (ended > 0 && isLost) choice.current?.querySelector('button')?.focus();
  }, [ended]);
  const choose = (next: Chosen) => {
    setChosen(next);
    const scope = scopeOf(next);
    if (scope) void considerErasing(scope);
    else letBe();
  };
  const isBusy = erasing.state === 'erasing';
  return (
    <section aria-labelledby="erase">
      <h3 id="erase">{i18n.t('erase.heading')}</h3>
      <p className="quiet">{i18n.t('erase.hint')}</p>
      <fieldset ref={choice} className="erase-choice" disabled={isBusy} aria-labelledby="erase">
        <Pick
          label={i18n.t('erase.what')}
          labelled
          placeholder={i18n.t('erase.whatNone')}
          options={WHATS.map((what) => ({ id: what, text: i18n.t(`erase.scope.${what}`) }))}
          value={chosen.what}
          onChange={(what) => choose({ ...NOTHING, what })}
        />
        <Which chosen={chosen} onChoose={choose} />
      </fieldset>
      <EraseOutcome
        erasing={erasing}
        onErase={() => void eraseCounted().then(end)}
        onEnd={() => {
          letBe();
          end();
        }}
      />
    </section>
  );
}

function scopeOf({ what, deal, key, org }: Chosen): EraseScope | null {
  if (what === 'everything') return { what };
  if (what === 'org') return org && { what, org };
  if (what === 'deal') return deal && { what, deal: deal.deal };
  return what && deal && key !== null ? { what, deal: deal.deal, key } : null;
}

interface WhichProps {
  chosen: Chosen;
  onChoose: (next: Chosen) => void;
}

/** Which deal, entry or org it is to be. */
function Which({ chosen, onChoose }: WhichProps) {
  if (chosen.what === 'org') return <WhichOrg chosen={chosen} onChoose={onChoose} />;
  return chosen.what === 'deal' || chosen.what === 'entry' ? <WhichDeal chosen={chosen} onChoose={onChoose} /> : null;
}

function WhichOrg({ chosen, onChoose }: WhichProps) {
  const deals = useNamedDeals();
  return (
    <Pick
      label={i18n.t('erase.org')}
      labelled
      placeholder={i18n.t('erase.orgNone')}
      options={orgsOf(deals).map((one) => ({ id: one, text: one.slice(one.indexOf(':') + 1) }))}
      value={chosen.org}
      onChange={(org) => onChoose({ ...chosen, org })}
    />
  );
}

function WhichDeal({ chosen, onChoose }: WhichProps) {
  const deals = useNamedDeals();
  const { what, deal, key } = chosen;
  return (
    <>
      <DealSearch deals={deals} onChoose={(next) => onChoose({ ...chosen, deal: next, key: null })} />
      {what === 'entry' && deal && (
        <EntryPick deal={deal.deal} value={key} onChoose={(next) => onChoose({ ...chosen, key: next })} />
      )}
    </>
  );
}

interface EntryPickProps {
  deal: DealKey;
  value: string | null;
  onChoose: (key: string) => void;
}

function EntryPick({ deal, value, onChoose }: EntryPickProps) {
  const entries = useEntries(deal);
  const playbooks = usePlaybooks();
  const team = playbooks.state === 'shown' ? playbooks.team : null;
  return (
    <Pick
      label={i18n.t('erase.which')}
      labelled
      placeholder={i18n.t('erase.whichNone')}
      options={entries.map(({ key, value: kept }) => ({ id: key, text: entryName(key, kept, team) }))}
      value={value}
      onChange={onChoose}
    />
  );
}
