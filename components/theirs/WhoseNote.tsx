import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { dayOf } from '../../lib/domain/day';
import { type AuthorId, OWNER_KEY } from '../../lib/domain/op';
import type { ShownDeal } from '../../lib/state/deal';
import { useMark } from '../../lib/state/saving';
import { leaveDeal, takeDealOver } from '../../lib/state/taking-over';
import { useToday } from '../../lib/state/today';
import { day } from '../format';
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
      <div className="whose-ways">
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

/**
 * A deal that is mine, and that somebody else worked on too: said on top while that is news, or is not
 * settled yet. Once there it stays, so that nothing moves under the pointer.
 */
export function OwnNote({ shown }: { shown: Shown }) {
  const { of, view } = shown;
  const mark = useMark(view.deal, OWNER_KEY);
  const isNews = of.besides.length > 0 || (mark !== undefined && of.since !== null);
  const [isThere, setThere] = useState(isNews);
  if (isNews && !isThere) setThere(true);
  if (!isThere || othersIn(of).length === 0) return null;
  return (
    <WhoseNote shown={shown}>
      <Ways shown={shown} />
    </WhoseNote>
  );
}

/** The same, kept among what is known of the deal. */
export function TakenOver({ shown }: { shown: Shown }) {
  if (othersIn(shown.of).length === 0) return null;
  return (
    <section aria-labelledby="deal-taken">
      <h3 id="deal-taken">{i18n.t('theirs.label')}</h3>
      <Ways shown={shown} />
    </section>
  );
}

/** Everybody but those whose it is. */
function othersIn({ owners, authors, besides }: Shown['of']): readonly AuthorId[] {
  return [...authors.filter((author) => !owners.includes(author)), ...besides];
}

/** From whom it was taken over, or who worked on it besides; and the way to settle it. */
function Ways({ shown }: { shown: Shown }) {
  const { of, view } = shown;
  const today = useToday();
  const isWhole = of.besides.length === 0;
  const whose = nameWords(namesAmong(shown, isWhole ? othersIn(of) : of.besides));
  return (
    <>
      <p>
        <bdi>
          {isWhole && of.since !== null
            ? i18n.t('theirs.since', [whose, day(dayOf(of.since, today.offset), today.day)])
            : i18n.t('theirs.besides', [whose])}
        </bdi>
      </p>
      <div className="whose-ways">
        {!isWhole && (
          <Button className="plain" onPress={() => void takeDealOver(view.deal)}>
            <bdi>{i18n.t('theirs.takeIn', [whose])}</bdi>
          </Button>
        )}
        <Button className="plain" onPress={() => void leaveDeal(view.deal)}>
          <bdi>{i18n.t('theirs.leave', [whose])}</bdi>
        </Button>
      </div>
    </>
  );
}

/** Takes the keyboard where it has just changed: the note that it was in is gone. */
function WhoseNote({ shown, children }: { shown: Shown; children: ReactNode }) {
  const { deal } = shown.view;
  const mark = useMark(deal, OWNER_KEY);
  const note = useRef<HTMLDivElement>(null);
  const isNew = mark?.state === 'saved' || mark?.state === 'undone';
  useEffect(() => {
    if (isNew && document.activeElement === document.body) note.current?.focus();
  }, [isNew]);
  return (
    <section ref={note} tabIndex={-1} className="note whose-note" aria-label={i18n.t('theirs.label')}>
      {children}
      <SavedMark deal={deal} of={OWNER_KEY} />
    </section>
  );
}
