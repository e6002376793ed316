import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { OWNER_KEY } from '../../lib/domain/op';
import type { ShownDeal } from '../../lib/state/deal';
import { useMark } from '../../lib/state/saving';
import { leaveDeal, takeDealOver } from '../../lib/state/taking-over';
import { instant } from '../format';
import { SavedMark } from '../panel/SavedMark';
import { namesAmong, nameWords } from './words';

type Shown = Extract<ShownDeal, { state: 'shown' }>;

/** A deal that somebody handed over: whose it is, and the way to make it one's own. */
export function TheirNote({ shown }: { shown: Shown }) {
  const { of, view } = shown;
  const whose = nameWords(namesAmong(shown, of.owners));
  return (
    <WhoseNote shown={shown}>
      <h2>
        <bdi>{i18n.t('theirs.by', [whose])}</bdi>
      </h2>
      <p>{i18n.t('theirs.readOnly')}</p>
      <div>
        <Button className="plain" onPress={() => void takeDealOver(view.deal)}>
          {i18n.t('theirs.take')}
        </Button>
        <p className="small quiet">
          <bdi>{i18n.t('theirs.takeHint', [whose])}</bdi>
        </p>
      </div>
    </WhoseNote>
  );
}

/** A deal that is mine, and that somebody else worked on: it was taken over, or may be, or left to them. */
export function OwnNote({ shown }: { shown: Shown }) {
  const { of, view } = shown;
  const from = of.authors.filter((author) => !of.owners.includes(author));
  const isWhole = of.besides.length === 0;
  const whose = nameWords(namesAmong(shown, isWhole ? from : of.besides));
  if (from.length + of.besides.length === 0) return null;
  return (
    <WhoseNote shown={shown}>
      <p>
        <bdi>
          {isWhole && of.since !== null
            ? i18n.t('theirs.since', [whose, instant(of.since)])
            : i18n.t('theirs.besides', [whose])}
        </bdi>
      </p>
      <div className="ways">
        {!isWhole && (
          <Button className="plain" onPress={() => void takeDealOver(view.deal)}>
            <bdi>{i18n.t('theirs.takeIn', [whose])}</bdi>
          </Button>
        )}
        <Button className="plain" onPress={() => void leaveDeal(view.deal)}>
          <bdi>{i18n.t('theirs.leave', [whose])}</bdi>
        </Button>
      </div>
    </WhoseNote>
  );
}

/** Takes the keyboard where it has just changed: the note that it was in is gone. */
function WhoseNote({ shown, children }: { shown: Shown; children: React.ReactNode }) {
  const { deal } = shown.view;
  const mark = useMark(deal, OWNER_KEY);
  const note = useRef<HTMLDivElement>(null);
  const isNew = mark?.state === 'saved' || mark?.state === 'undone';
  useEffect(() => {
    if (isNew && document.activeElement === document.body) note.current?.focus();
  }, [isNew]);
  return (
    <section ref={note} tabIndex={-1} className="note whose" aria-label={i18n.t('theirs.label')}>
      {children}
      <SavedMark deal={deal} of={OWNER_KEY} />
    </section>
  );
}
