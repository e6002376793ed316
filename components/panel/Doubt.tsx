import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Answer } from '../../lib/domain/answer';
import { findHedges, heldBy } from '../../lib/domain/honesty';
import { EVENT, refusalOf, refuseEvent } from '../../lib/domain/our-event';
import type { QuestionId } from '../../lib/domain/playbook';

interface DoubtProps {
  question: QuestionId;
  answer: Answer;
  onChange: (patch: Partial<Answer>) => void;
}

/**
 * Words of the quote that make it count for less than was claimed, said to the seller first:
 * a guess in somebody's mouth, or an event of ours. One click lets it count; nothing typed changes.
 */
export function Doubt({ question, answer, onChange }: DoubtProps) {
  const refusal = question === EVENT ? refusalOf(answer) : null;
  const held = heldBy(answer);
  if (!refusal && !held) return <Confirmed question={question} answer={answer} onChange={onChange} />;
  const at = refusal ?? held?.hedges[0];
  const words = at ? answer.quote.slice(at.start, at.end) : '';
  return (
    <section className="note doubt" aria-label={i18n.t('honesty.label')}>
      <p>
        <bdi>{refusal ? i18n.t(`honesty.refused.${refusal.code}`, [words]) : i18n.t('honesty.hedge', [words])}</bdi>
      </p>
      <Button className="button" onPress={() => onChange({ confirmed: true })}>
        {i18n.t(refusal ? 'honesty.theirs' : 'honesty.didSay')}
      </Button>
    </section>
  );
}

/** What the seller stands by, and the way back. */
function Confirmed({ question, answer, onChange }: DoubtProps) {
  const at = findHedges(answer.quote)[0] ?? (question === EVENT ? refuseEvent(answer.quote) : null);
  if (!answer.confirmed || !at) return null;
  return (
    <p className="small quiet confirmed">
      <bdi>{i18n.t('honesty.confirmed', [answer.quote.slice(at.start, at.end)])}</bdi>
      <Button className="plain" onPress={() => onChange({ confirmed: false })}>
        {i18n.t('panel.saved.undo')}
      </Button>
    </p>
  );
}
