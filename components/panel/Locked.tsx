import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import { useDeal } from '../../lib/state/deal';
import { usePageLink } from '../../lib/state/page-link';
import { useToday } from '../../lib/state/today';
import { LockForm } from '../lock/LockForm';
import { HeadButtons, Header } from './Header';

/** The panel while the notes are locked: which deal this is and where it stands, which needs no text, and the way in. */
export function Locked({ deal }: { deal: DealKey | null }) {
  const mode = usePageLink((state) => state.mode);
  const focus = usePageLink((state) => state.focus);
  return (
    <>
      {deal ? <LockedHead key={deal} deal={deal} /> : <BareHead name={i18n.t('words.footing')} />}
      <div className="scroll">
        <LockForm asked={mode === 'alone' ? 1 : focus} />
      </div>
    </>
  );
}

function LockedHead({ deal }: { deal: DealKey }) {
  const shown = useDeal(deal);
  const today = useToday().day;
  const seen = usePageLink((state) => state.raw)?.fields.name?.text;
  if (shown.state === 'shown' && shown.isKept) return <Header view={shown.view} today={today} />;
  return <BareHead name={seen ?? i18n.t('words.footing')} />;
}

function BareHead({ name }: { name: string }) {
  return (
    <header className="head head-top">
      <h1 className="names clamp-2">
        <bdi>{name}</bdi>
      </h1>
      <HeadButtons deal={null} />
    </header>
  );
}
