import { type ReactNode, useEffect } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { Handing } from '../../lib/domain/review-view';
import { stopMaking, stopOpening } from '../../lib/state/packs';
import { endHanding } from '../../lib/state/review-view';
import { useStageHeading } from '../review/use-stage';
import { HandBack } from './HandBack';
import { HandOver } from './HandOver';
import { OpenPack } from './OpenPack';

interface PacksProps {
  handing: Handing;
  /** All deals, and those that the review's filters leave. */
  rows: readonly ReviewRow[];
  found: readonly ReviewRow[];
}

/** Handing over, over the whole page: no page of anybody else can cover it. */
export function Packs({ handing, rows, found }: PacksProps) {
  // What was begun and left is not gone on with behind another screen.
  useEffect(
    () => () => {
      stopMaking();
      stopOpening();
    },
    [],
  );
  if (handing === 'in') return <Frame title={i18n.t('packs.in')} body={<OpenPack />} />;
  if (handing === 'back') return <Frame title={i18n.t('packs.back')} body={<HandBack />} />;
  return <Frame title={i18n.t('packs.out')} body={<HandOver only={handing} rows={rows} found={found} />} />;
}

function Frame({ title, body }: { title: string; body: ReactNode }) {
  const heading = useStageHeading();
  return (
    <main className="packs">
      <header className="packs-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Button className="plain" onPress={endHanding}>
          {i18n.t('packs.toReview')}
        </Button>
      </header>
      {body}
    </main>
  );
}
