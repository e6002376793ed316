import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Playbook } from '../../lib/domain/playbook';
import { HOLDS, isHeld } from '../../lib/domain/slip';
import type { Urgency } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { questionAsked } from '../../lib/state/urgency';
import { day } from '../format';
import { FactRow } from './FactRow';
import { factWord } from './words';

interface SlipsProps {
  urgency: Urgency;
  view: DealView;
  playbook: Playbook;
  today: IsoDay;
}

/** How often their date moved, and what they said on why it will hold now. */
export function Slips({ urgency, view, playbook, today }: SlipsProps) {
  const { slips } = urgency;
  const question = questionAsked(playbook, HOLDS);
  const [first] = slips;
  if (!first || !question) return null;
  const answer = view.answers[HOLDS] ?? null;
  const held = isHeld(slips, answer ?? undefined);
  const days = [first.from, ...slips.map(({ to }) => to)].map((one) => day(one, today));
  return (
    <div className="slips">
      <p className={held ? 'quiet' : 'look'}>
        {i18n.t('urgency.moved', slips.length, [String(slips.length)])} <bdi>{days.join(' → ')}</bdi>
      </p>
      <ul>
        <FactRow
          view={view}
          question={question}
          answer={answer}
          stands={held}
          word={
            answer && !held && answer.rung !== 'guess' ? i18n.t('urgency.beforeMove') : factWord(answer, held, today)
          }
          today={today}
        />
      </ul>
    </div>
  );
}
