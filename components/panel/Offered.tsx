import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { type Question, readVersion } from '../../lib/domain/playbook';
import { type OfferedAnswer, offeredAnswer } from '../../lib/domain/same';
import { allPlaybooks } from '../../lib/domain/team-playbooks';
import type { DealView } from '../../lib/domain/view';
import { takeOffered } from '../../lib/state/answering';
import { usePlaybooks } from '../../lib/state/playbooks';
import { source } from './words';

interface OfferedProps {
  view: DealView;
  question: Question;
  today: IsoDay;
  onTouch?: () => void;
}

/** The answer that was given to a question that means the same, to be taken with one click; never without. */
export function Offered({ view, question, today, onTouch }: OfferedProps) {
  const playbooks = usePlaybooks();
  if (playbooks.state !== 'shown') return null;
  const all = allPlaybooks(playbooks.team);
  const offer = offeredAnswer(question, view.answers, all);
  if (!offer) return null;
  // A team's copy has the same question; what counts is where it was answered.
  const given = readVersion(offer.answer.version ?? '')?.id;
  const { name } = all.find(({ id }) => id === given) ?? offer.playbook;
  return (
    <section className="note" aria-label={i18n.t('playbooks.offer.label')}>
      <p>
        <bdi>{i18n.t('playbooks.offer.line', [offer.question.short, name, words(offer, today)])}</bdi>
        {offer.answer.quote && (
          <q className="block small">
            <bdi>{offer.answer.quote}</bdi>
          </q>
        )}
      </p>
      <Button
        className="button"
        onPress={() => {
          onTouch?.();
          void takeOffered(view.deal, question.id, offer.answer);
        }}
      >
        {i18n.t('playbooks.offer.use')}
      </Button>
    </section>
  );
}

/** "Partly, said by Ana Ruiz 10 days ago". */
function words({ answer }: OfferedAnswer, today: IsoDay): string {
  const from = source(answer, today);
  return answer.verdict === 'unknown' ? from : `${i18n.t(`words.verdict.${answer.verdict}`)}, ${from}`;
}
