import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { Review } from '../../lib/domain/review';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { Check } from '../../lib/domain/review-view';
import { seedText } from '../../lib/domain/seeded';
import { drawDeals } from '../../lib/domain/spotcheck';
import { useNow } from '../../lib/state/now';
import { endCheck } from '../../lib/state/review-view';
import { type Checking, startChecking } from '../../lib/state/spotcheck';
import { today } from '../../lib/state/today';
import { Message } from '../Message';
import { CheckDeal } from './CheckDeal';
import { CheckDone, type Checked } from './CheckDone';
import { clockWord, dealName } from './words';

interface SpotCheckProps {
  check: Check;
  /** The deals that the review shows; what a round draws from. */
  rows: readonly ReviewRow[];
}

/** A round of spot checks, one deal after the other, over the whole page: it is made for a shared screen. */
export function SpotCheck({ check, rows }: SpotCheckProps) {
  const { of, seed } = check;
  // The round stands as it was drawn, whatever changes while it is held.
  const [began] = useState(Date.now);
  const [deals] = useState(() => (typeof of === 'string' ? [of] : drawnOf(rows, of, seed, began)));
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<readonly Checked[]>([]);
  const deal = deals[at];
  const next = (review: Review | null, name: string) => {
    if (review) setDone([...done, { deal: deals[at] ?? '', name, review }]);
    setAt(at + 1);
  };
  if (deals.length === 0) {
    return (
      <main className="spot">
        <Message title={i18n.t('review.check.nobody')} hint={i18n.t('review.check.nobodyHint')}>
          <Leave />
        </Message>
      </main>
    );
  }
  return (
    <main className="spot">
      <header className="spot-head">
        <h1 className="spot-title">{i18n.t('review.check.title')}</h1>
        {deals.length > 1 && deal && <p>{i18n.t('review.check.of', [String(at + 1), String(deals.length)])}</p>}
        <p className="quiet" title={i18n.t('review.check.drawHint')}>
          {i18n.t('review.check.draw', [seedText(seed)])}
        </p>
        {deal && <Clock key={deal} round={deals.length > 1 ? began : null} />}
        {deal && <Leave quiet />}
      </header>
      {deal ? (
        <OneDeal key={deal} deal={deal} check={check} began={began} onDone={next} />
      ) : (
        <CheckDone done={done} took={(Date.now() - began) / 1000} />
      )}
    </main>
  );
}

function drawnOf(rows: readonly ReviewRow[], count: number, seed: number, at: number): DealKey[] {
  return drawDeals(rows, { count, at, today: today.getState().day, seed }).map(({ deal }) => deal);
}

function Leave({ quiet }: { quiet?: boolean }) {
  return (
    <Button className={quiet ? 'plain' : 'button first'} onPress={endCheck}>
      {i18n.t(quiet ? 'review.check.stop' : 'review.check.toReview')}
    </Button>
  );
}

/** The seconds used on a deal, and on the round that it is of, for who looks; it rings for nobody. */
function Clock({ round }: { round: number | null }) {
  const [began] = useState(Date.now);
  const now = useNow(1000);
  const since = (then: number) => clockWord(Math.max(0, (now - then) / 1000));
  return (
    <p className="spot-clock quiet" aria-hidden="true">
      {since(began)}
      {round !== null && ` · ${i18n.t('review.check.inAll', [since(round)])}`}
    </p>
  );
}

interface OneDealProps {
  deal: DealKey;
  check: Check;
  began: number;
  onDone: (review: Review | null, name: string) => void;
}

function OneDeal({ deal, check, began, onDone }: OneDealProps) {
  const [checking, setChecking] = useState<Checking | null | undefined>();
  useEffect(() => {
    let isHere = true;
    void startChecking(deal, check.seed, began).then((read) => isHere && setChecking(read));
    return () => {
      isHere = false;
    };
  }, [deal, check, began]);
  if (checking === undefined) return null;
  if (checking === null) {
    return (
      <Message alarming title={i18n.t('review.check.unread')} hint={deal}>
        <Button className="button" onPress={() => onDone(null, deal)}>
          {i18n.t('review.check.skip')}
        </Button>
      </Message>
    );
  }
  const name = dealName({ name: checking.view.facts.name?.text ?? null });
  return <CheckDeal checking={checking} seed={check.seed} onDone={(review) => onDone(review, name)} />;
}
