import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { AdvanceCheck } from '../../lib/domain/advance';
import type { IsoDay } from '../../lib/domain/day';
import type { Change } from '../../lib/domain/fold';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { dismissAdvanceCheck, useAdvanceCheck } from '../../lib/state/advancing';
import { showInChecklist } from '../../lib/state/panel-store';
import { Sign } from '../Marks';
import { askWords, namedGaps, oldestWords, weakestWords } from './words';

interface BeforeAdvanceProps {
  view: DealView;
  changes: readonly Change[];
  today: IsoDay;
}

/** A hand is on the stage: what to know first. It is said, and nothing waits for it to be read. */
export function BeforeAdvance({ view, changes, today }: BeforeAdvanceProps) {
  const check = useAdvanceCheck(view, changes);
  return <div role="status">{check && <Check check={check} view={view} today={today} />}</div>;
}

function Check({ check, view, today }: { check: AdvanceCheck; view: DealView; today: IsoDay }) {
  const oldest = oldestWords(check, today);
  const next = check.next?.id;
  return (
    <section className="before-advance" aria-labelledby="before-advance">
      <div className="since-head">
        <h2 className="label-line" id="before-advance">
          {i18n.t('advance.heading', [i18n.t(`words.phase.${check.to}`)])}
        </h2>
        <Button className="sign" aria-label={i18n.t('advance.dismiss')} onPress={dismissAdvanceCheck}>
          <Sign of="close" />
        </Button>
      </div>
      <p className="ask">{askWords(check)}</p>
      <ul className="small">
        <Fact question={check.weakest?.question.id} text={i18n.t('advance.weakest', [weakestWords(check)])} />
        {oldest && <Fact question={check.oldest?.question.id} text={i18n.t('advance.oldest', [oldest])} />}
        <Fact
          question={next}
          text={i18n.t('advance.open', [
            i18n.t('words.gaps', check.gaps.length),
            namedGaps(
              check.gaps.map(({ question }) => question.id),
              view.playbook,
            ),
          ])}
        />
      </ul>
    </section>
  );
}

/** One fact, and the way to its question. */
function Fact({ question, text }: { question: QuestionId | undefined; text: string }) {
  return (
    <li>
      {question ? (
        <Button className="row" onPress={() => showInChecklist(question)}>
          <span className="row-text">{text}</span>
          <Sign of="right" />
        </Button>
      ) : (
        <p className="row">{text}</p>
      )}
    </li>
  );
}
