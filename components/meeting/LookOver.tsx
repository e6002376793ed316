import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { DebriefChange } from '../../lib/domain/debrief';
import type { Meeting } from '../../lib/domain/meeting';
import { meetingKey } from '../../lib/domain/meeting-log';
import type { DealView } from '../../lib/domain/view';
import { changesOf, keepTelling, type Telling } from '../../lib/state/debriefing';
import { closeMeetingScreen } from '../../lib/state/meeting-screen';
import { showTab } from '../../lib/state/panel-store';
import { useToday } from '../../lib/state/today';
import { Check } from '../Check';
import { day } from '../format';
import { SavedMark } from '../panel/SavedMark';
import { claim } from '../panel/words';
import { promiserWord } from './words';

interface LookOverProps {
  view: DealView;
  meeting: Meeting;
  telling: Telling;
  onBack: () => void;
}

/** Everything that telling would change, before it does; each can be left out. */
export function LookOver({ view, meeting, telling, onBack }: LookOverProps) {
  const today = useToday().day;
  const [out, setOut] = useState<readonly number[]>([]);
  const [tried, setTried] = useState(false);
  const changes = changesOf(view, meeting, telling, today);
  const save = async () => {
    setTried(true);
    const taken = changes.filter((_, index) => !out.includes(index));
    if (!(await keepTelling(view, meeting, telling, taken, today))) return;
    showTab('agenda');
    closeMeetingScreen();
  };
  return (
    <>
      <ul className="look-over">
        {changes.length === 0 && <li className="quiet">{i18n.t('meeting.debrief.nothing')}</li>}
        {changes.map((change, index) => {
          const words = changeWords(view, change, today);
          return (
            <li key={words}>
              {change.kind === 'answer' || change.kind === 'promise' ? (
                <Check
                  isOn={!out.includes(index)}
                  onChange={(isOn) => setOut(isOn ? out.filter((one) => one !== index) : [...out, index])}
                >
                  <span>
                    <bdi>{words}</bdi>
                    {change.kind === 'answer' && <Before change={change} today={today} />}
                  </span>
                </Check>
              ) : (
                <p className="told-fact">{words}</p>
              )}
            </li>
          );
        })}
      </ul>
      <footer className="screen-foot">
        <Button className="button first" onPress={() => void save()}>
          {i18n.t('meeting.debrief.save')}
        </Button>
        <Button className="plain" onPress={onBack}>
          {i18n.t('meeting.debrief.back')}
        </Button>
        {tried && <SavedMark deal={view.deal} of={meetingKey(meeting.id)} again={() => void save()} />}
      </footer>
    </>
  );
}

/** What stood there, and a mark where the new answer is the weaker one. */
function Before({ change, today }: { change: Extract<DebriefChange, { kind: 'answer' }>; today: IsoDay }) {
  if (!change.before) return null;
  return (
    <span className="block small quiet">
      {i18n.t('meeting.debrief.was', [claim(change.before, today)])}
      {change.lowers && <b className="look"> {i18n.t('meeting.debrief.lowers')}</b>}
    </span>
  );
}

function changeWords({ playbook }: DealView, change: DebriefChange, today: IsoDay): string {
  switch (change.kind) {
    case 'answer': {
      const { question, answer } = change;
      const short = playbook.questions.find(({ id }) => id === question)?.short ?? question;
      const said = answer.quote === '' ? claim(answer, today) : `${claim(answer, today)} - “${answer.quote}”`;
      return i18n.t('meeting.debrief.answer', [short, said]);
    }
    case 'promise': {
      const { promise } = change;
      return i18n.t('meeting.recap.promise', [promiserWord(promise), promise.what, day(promise.due, today)]);
    }
    case 'carried':
      return i18n.t('meeting.debrief.carried', [change.topic.ask]);
    case 'unprepared':
      return i18n.t('meeting.debrief.unprepared2');
  }
}
