import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useHealth, useTrouble } from '../../lib/state/health';
import { type ReviewRows, useReviewRows } from '../../lib/state/review';
import { changeView, clearFilters, useReviewView } from '../../lib/state/review-view';
import { useToday } from '../../lib/state/today';
import { Message } from '../Message';
import { Packs } from '../packs/Packs';
import { Trouble } from '../panel/Trouble';
import { DealBeside } from './DealBeside';
import { Grid } from './Grid';
import { PrintedReview } from './PrintedReview';
import { ReviewBar } from './ReviewBar';
import { SpotCheck } from './SpotCheck';
import { usePrinting } from './use-printing';
import { useRows } from './use-rows';

/** Pictures and numbers come when they are asked for: the table does not wait for what draws them. */
const ChartsScreen = lazy(async () => ({ default: (await import('../charts/ChartsScreen')).ChartsScreen }));
const NumbersScreen = lazy(async () => ({ default: (await import('../numbers/NumbersScreen')).NumbersScreen }));

/** The review: every deal there is, the one that is open beside them, and the spot check. */
export function Review() {
  const shown = useReviewRows();
  const health = useHealth();
  const trouble = useTrouble(shown);
  if (trouble) {
    return (
      <main className="review">
        <h1 className="unseen">{i18n.t('review.heading')}</h1>
        <Trouble kind={trouble} onRetry={() => window.location.reload()} />
      </main>
    );
  }
  if (shown.state !== 'shown' || (shown.of === 0 && !health)) return <Shape />;
  return <Shown shown={shown} />;
}

/** What is coming, in its shape. */
function Shape() {
  return (
    <main className="review" aria-busy="true">
      <h1 className="unseen">{i18n.t('review.heading')}</h1>
      <p className="unseen">{i18n.t('review.loading')}</p>
      <div className="review-shape" aria-hidden="true">
        {Array.from({ length: 12 }, (_, row) => `row ${row}`).map((row) => (
          <span key={row} />
        ))}
      </div>
    </main>
  );
}

const open = ({ deal }: ReviewRow) => changeView({ deal });
const close = () => changeView({ deal: null });

function Shown({ shown }: { shown: Extract<ReviewRows, { state: 'shown' }> }) {
  const view = useReviewView();
  const today = useToday().day;
  const table = useRows(shown.rows, view);
  const isPrinting = usePrinting();
  const { rows } = table.getRowModel();
  const found = table.getFilteredRowModel().rows;
  const deals = useMemo(() => found.map(({ original }) => original), [found]);
  const sorted = useCallback(() => {
    const { flatRows } = table.getSortedRowModel();
    return flatRows.filter((row) => !row.getIsGrouped()).map(({ original }) => original);
  }, [table]);
  const isWhole = shown.rows.length === shown.of;
  const beside = view.deal && shown.rows.find(({ deal }) => deal === view.deal);
  useEffect(() => {
    const name = view.deal && beside ? beside.name : null;
    document.title = name ? `${name} - ${i18n.t('review.title')}` : i18n.t('review.title');
  }, [view.deal, beside]);
  const isAway = view.check !== null || view.handing !== null;
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (isAway) setBack(true);
  }, [isAway]);
  if (view.check) {
    // Another check is another round, from its beginning.
    const key = `${view.check.of} ${view.check.seed}`;
    return isWhole ? <SpotCheck key={key} check={view.check} rows={deals} all={shown.rows} /> : <Shape />;
  }
  if (view.handing) {
    return isWhole ? <Packs key={view.handing} handing={view.handing} rows={shown.rows} found={deals} /> : <Shape />;
  }
  return (
    <main className={view.deal ? 'review has-beside' : 'review'}>
      <ReviewBar view={view} shown={shown} deals={deals} sorted={sorted} today={today} />
      <div className="review-body">
        {shown.of === 0 ? (
          <Message title={i18n.t('review.empty')} hint={i18n.t('review.emptyHint')} />
        ) : view.screen !== 'deals' && !isWhole ? (
          <div className="numbers" aria-busy="true" />
        ) : view.screen === 'numbers' ? (
          <Suspense fallback={<div className="numbers" aria-busy="true" />}>
            <NumbersScreen rows={shown.rows} view={view} />
          </Suspense>
        ) : deals.length === 0 && isWhole ? (
          <Message title={i18n.t('review.nothing')} hint={i18n.t('review.nothingHint')}>
            <Button className="button first" onPress={clearFilters}>
              {i18n.t('review.clear')}
            </Button>
          </Message>
        ) : view.screen === 'charts' ? (
          <Suspense fallback={<div className="charts" aria-busy="true" />}>
            <ChartsScreen rows={deals} today={today} />
          </Suspense>
        ) : (
          <Grid rows={rows} view={view} today={today} isBack={isBack} onOpen={open} />
        )}
        {view.deal && (
          <Suspense>
            <DealBeside key={view.deal} deal={view.deal} row={beside ?? null} onClose={close} />
          </Suspense>
        )}
      </div>
      {isPrinting && !view.deal && view.screen === 'deals' && (
        <PrintedReview rows={sorted()} view={view} today={today} />
      )}
    </main>
  );
}
