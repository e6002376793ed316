import { useEffect, useLayoutEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Instant } from '../../lib/domain/day';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { Check } from '../../lib/domain/review-view';
import { isRoundOf, type Round } from '../../lib/domain/round';
import { type Seed, seedText } from '../../lib/domain/seeded';
import { drawDeals } from '../../lib/domain/spotcheck';
import { useNow } from '../../lib/state/now';
import { endCheck } from '../../lib/state/review-view';
import { enterRound, goToNext, useRound } from '../../lib/state/round';
import { type Checking, startChecking } from '../../lib/state/spotcheck';
import { today } from '../../lib/state/today';
import { Message } from '../Message';
import { CheckDeal } from './CheckDeal';
import { CheckDone } from './CheckDone';
import { clockWord } from './words';

interface SpotCheckProps {
  check: Check;
  /** The deals that the review shows; what a round draws from. */
  rows: readonly ReviewRow[];
  /** Every deal there is: one that was checked may not fit the filters any more. */
  all: readonly ReviewRow[];
}

/** A round of spot checks, one deal after the other, over the whole page: it is made for a shared screen. */
export function SpotCheck({ check, rows, all }: SpotCheckProps) {
  const round = useRound();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a round is drawn once, from the deals as they are then.
  useLayoutEffect(() => {
    const { of, seed } = check;
    enterRound(check, (began) => (typeof of === 'string' ? [of] : drawnOf(rows, of, seed, began)));
  }, [check]);
  if (!round || !isRoundOf(round, check)) return null;
  if (round.deals.length === 0) {
    return (
      <main className="spot">
        <Message title={i18n.t('review.check.nobody')} hint={i18n.t('review.check.nobodyHint')}>
          <Button className="button first" onPress={endCheck}>
            {i18n.t('review.check.toReview')}
          </Button>
        </Message>
      </main>
    );
  }
  const { deals, at, began, seed } = round;
  const deal = deals[at];
  return (
    <main className="spot">
      <header className="spot-head">
        <h1 className="spot-title">{i18n.t('review.check.title')}</h1>
        {deals.length > 1 && deal && <p>{i18n.t('review.check.of', [String(at + 1), String(deals.length)])}</p>}
        <p className="quiet" title={i18n.t('review.check.drawHint')}>
          {i18n.t('review.check.draw', [seedText(seed)])}
        </p>
        {deal && (
          <>
            <Clock key={deal} round={deals.length > 1 ? began : null} />
            {deals.length > 1 && (
              <Button className="plain" onPress={() => goToNext(false)}>
                {i18n.t('review.check.skip')}
              </Button>
            )}
            <Button className="plain" onPress={endCheck}>
              {i18n.t('review.check.stop')}
            </Button>
          </>
        )}
      </header>
      {deal ? <OneDeal key={deal} deal={deal} round={round} /> : <CheckDone round={round} all={all} />}
    </main>
  );
}

function drawnOf(rows: readonly ReviewRow[], count: number, seed: Seed, at: Instant): DealKey[] {
  return drawDeals(rows, { count, at, today: today.getState().day, seed }).map(({ deal }) => deal);
}

/** The seconds used on a deal, and on the round that it is of, for who looks; it rings for nobody. */
function Clock({ round }: { round: Instant | null }) {
  const [began] = useState(Date.now);
  const now = useNow(1000);
  const since = (then: Instant) => clockWord(Math.max(0, (now - then) / 1000));
  return (
    <p className="spot-clock quiet" aria-hidden="true">
      {since(began)}
      {round !== null && ` · ${i18n.t('review.check.inAll', [since(round)])}`}
    </p>
  );
}

function OneDeal({ deal, round }: { deal: DealKey; round: Round }) {
  const { seed, began, heard } = round;
  const [checking, setChecking] = useState<Checking | null | undefined>();
  useEffect(() => {
    let isHere = true;
    void startChecking(deal, seed, began).then((read) => isHere && setChecking(read));
    return () => {
      isHere = false;
    };
  }, [deal, seed, began]);
  if (checking === undefined) return null;
  if (checking === null) {
    return (
      <Message alarming title={i18n.t('review.check.unread')} hint={deal}>
        <Button className="button" onPress={() => goToNext(false)}>
          {i18n.t('review.check.skip')}
        </Button>
      </Message>
    );
  }
  return <CheckDeal checking={checking} seed={seed} heard={heard} />;
}
