import { lazy, useEffect, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useDeal } from '../../lib/state/deal';
import { standAt } from '../../lib/state/page-link';
import { copySheet, saveSheet } from '../../lib/state/review-files';
import { beginCheck } from '../../lib/state/review-view';
import { useReviews } from '../../lib/state/spotcheck';
import { useToday } from '../../lib/state/today';
import { Sign } from '../Marks';
import { Overlay } from '../Overlay';
import { sellerNames } from '../theirs/words';
import { PrintedDeal } from './PrintedDeal';
import { sheetOf } from './sheet';
import { usePrinting } from './use-printing';

/** The panel itself, fetched when the first deal is opened: the table does not wait for it. */
const DealPanel = lazy(async () => ({ default: (await import('../panel/DealPanel')).DealPanel }));

interface DealBesideProps {
  deal: DealKey;
  /** Its row; `null` while the rows are read. */
  row: ReviewRow | null;
  onClose: () => void;
}

/** A deal beside the table: the panel as it stands in the CRM, and what a reviewer does with it. */
export function DealBeside({ deal, row, onClose }: DealBesideProps) {
  const place = useRef<HTMLElement>(null);
  const isPrinting = usePrinting();
  const [copied, setCopied] = useState<boolean | null>(null);
  const today = useToday().day;
  const shown = useDeal(deal);
  const reviews = useReviews(deal);
  useEffect(() => {
    const opener = document.activeElement;
    standAt(deal);
    place.current?.focus();
    return () => {
      standAt(null);
      // The table takes the keyboard back by itself; what else opened the deal gets it from here.
      const canFocus = opener instanceof HTMLElement || opener instanceof SVGElement;
      if (canFocus && document.activeElement === document.body) opener.focus();
    };
  }, [deal]);
  const sheet = shown.state === 'shown' ? sheetOf(shown.view, reviews, today, sellerNames(shown)) : null;
  if (isPrinting && sheet) return <PrintedDeal sheet={sheet} />;
  return (
    <aside
      ref={place}
      className="beside"
      tabIndex={-1}
      aria-label={i18n.t('review.beside')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !document.querySelector('.popover')) onClose();
      }}
    >
      <div className="beside-bar">
        <Button className="button" onPress={() => beginCheck(deal)}>
          {i18n.t('review.checkThis')}
        </Button>
        {row?.url && (
          <a className="button" href={row.url} target="_blank" rel="noreferrer">
            {i18n.t('review.toCrm')}
          </a>
        )}
        {sheet && (
          <MenuTrigger>
            <Button className="button">
              {i18n.t(copied === null ? 'review.sheet' : copied ? 'review.copied' : 'review.notCopied')}
              <span aria-hidden>▾</span>
            </Button>
            <Overlay placement="bottom end">
              <Menu className="menu">
                <MenuItem className="menu-item" onAction={() => void copySheet(sheet).then(setCopied)}>
                  {i18n.t('review.markdown')}
                </MenuItem>
                <MenuItem className="menu-item" onAction={() => saveSheet(sheet, sheet.title)}>
                  {i18n.t('review.markdownFile')}
                </MenuItem>
                <MenuItem className="menu-item" onAction={() => window.print()}>
                  {i18n.t('review.print')}
                </MenuItem>
              </Menu>
            </Overlay>
          </MenuTrigger>
        )}
        <span className="beside-gap" />
        <Button className="sign" aria-label={i18n.t('words.close')} onPress={onClose}>
          <Sign of="close" />
        </Button>
      </div>
      <div className="panel">
        <DealPanel deal={deal} />
      </div>
    </aside>
  );
}
