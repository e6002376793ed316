import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Playbook } from '../../lib/domain/playbook';
import { factQuestion } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { questionAsked, useUrgency } from '../../lib/state/urgency';
import { FactRow } from './FactRow';
import { Level } from './Level';
import { Slips } from './Slips';
import { TimeLine } from './TimeLine';
import { Waiting } from './Waiting';
import { datesSentence, factWord } from './words';

interface UrgencyTabProps {
  view: DealView;
  playbook: Playbook;
  today: IsoDay;
}

/** Why now: what happens to them and when, on whose word, what the dates say, and what waiting costs. */
export function UrgencyTab({ view, playbook, today }: UrgencyTabProps) {
  const urgency = useUrgency(view);
  const { facts, refusal, findings, marks } = urgency;
  return (
    <div className="urgency">
      <section aria-labelledby="urgency-level">
        <h3 className="unseen" id="urgency-level">
          {i18n.t('urgency.title')}
        </h3>
        <Level urgency={urgency} />
        <p className={findings[0]?.wrong ? 'look' : undefined}>
          <bdi>{datesSentence(urgency, view, today)}</bdi>
        </p>
        <TimeLine marks={marks} playbook={playbook} today={today} />
      </section>
      <section aria-labelledby="urgency-facts">
        <h3 id="urgency-facts">{i18n.t('urgency.facts')}</h3>
        <ul className="facts-list">
          {facts.map(({ fact, answer, stands }) => {
            const question = questionAsked(playbook, factQuestion(fact));
            const refused = fact === 'event' && refusal !== null;
            return (
              question && (
                <FactRow
                  key={fact}
                  view={view}
                  question={question}
                  answer={answer}
                  stands={stands}
                  word={refused ? i18n.t('urgency.notTheirs') : factWord(answer, stands, today)}
                  today={today}
                />
              )
            );
          })}
        </ul>
        <Slips urgency={urgency} view={view} playbook={playbook} today={today} />
      </section>
      <Waiting view={view} />
    </div>
  );
}
