import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import { type Meeting, TOPIC_RESULTS, type ToldTopic, type Topic } from '../../lib/domain/meeting';
import type { DealPromise } from '../../lib/domain/promise';
import type { DealView } from '../../lib/domain/view';
import { freshPromise, type Telling as Told, tell, tellTopic, useTelling } from '../../lib/state/debriefing';
import { useEdited } from '../../lib/state/meeting';
import { closeMeetingScreen } from '../../lib/state/meeting-screen';
import { useToday } from '../../lib/state/today';
import { Check } from '../Check';
import { Choice } from '../panel/Choice';
import { LineField } from '../panel/LineField';
import { Line } from './Line';
import { LookOver } from './LookOver';
import { PromiseFields } from './PromiseFields';
import { ScreenHead } from './ScreenHead';
import { theirNames, timeWords } from './words';

/** After the meeting: topic by topic what they said, what was promised, when it goes on. Then one look. */
export function Telling({ view, kept }: { view: DealView; kept: Meeting }) {
  const { deal } = view;
  const { meeting } = useEdited(deal, view.meetings.find(({ id }) => id === kept.id) ?? kept);
  const telling = useTelling(deal, meeting);
  const [looking, setLooking] = useState(false);
  const names = [...new Set([...theirNames(meeting.attendees), ...peopleNamed(Object.values(view.answers))])];
  return (
    <section className="quiet-screen" aria-labelledby="telling">
      <ScreenHead id="telling" title={i18n.t(looking ? 'meeting.debrief.lookTitle' : 'meeting.debrief.title')}>
        <p className="quiet">{timeWords(meeting)}</p>
      </ScreenHead>
      {looking ? (
        <LookOver view={view} meeting={meeting} telling={telling} onBack={() => setLooking(false)} />
      ) : (
        <>
          <TellingForm view={view} meeting={meeting} telling={telling} names={names} />
          <footer className="screen-foot">
            <Button className="button first" onPress={() => setLooking(true)}>
              {i18n.t('meeting.debrief.look')}
            </Button>
            <Button className="plain" onPress={closeMeetingScreen}>
              {i18n.t('meeting.debrief.back')}
            </Button>
          </footer>
        </>
      )}
    </section>
  );
}

interface TellingFormProps {
  view: DealView;
  meeting: Meeting;
  telling: Told;
  names: readonly string[];
}

function TellingForm({ view, meeting, telling, names }: TellingFormProps) {
  const { deal } = view;
  const today = useToday().day;
  const change = (part: Partial<Told>) => tell(deal, meeting, part);
  const promise = (changed: DealPromise) =>
    change({ promises: telling.promises.map((one) => (one.id === changed.id ? changed : one)) });
  const bring = meeting.prepare.theirs.filter((line) => line.trim() !== '');
  return (
    <div className="telling">
      <ol className="told-topics">
        {meeting.topics.map((topic, index) => {
          const told = telling.topics.find((one) => one.topic === topic.id);
          if (!told) return null;
          return (
            <li key={topic.id}>
              <TopicTold
                topic={topic}
                number={index + 1}
                told={told}
                names={names}
                onChange={(changed) => tellTopic(deal, meeting, telling, changed)}
              />
            </li>
          );
        })}
      </ol>
      {bring.length > 0 && (
        <section>
          <p className="part">{i18n.t('meeting.debrief.prepared')}</p>
          <p className="quiet">
            <bdi>{bring.join(' · ')}</bdi>
          </p>
          <Check isOn={telling.unprepared} onChange={(unprepared) => change({ unprepared })}>
            {i18n.t('meeting.debrief.unprepared')}
          </Check>
        </section>
      )}
      <section aria-labelledby="told-promises">
        <h2 className="part" id="told-promises">
          {i18n.t('meeting.debrief.promises')}
        </h2>
        {telling.promises.map((one) => (
          <fieldset key={one.id}>
            <legend className="small quiet">
              {i18n.t(one.side === 'us' ? 'meeting.promise.addUs' : 'meeting.promise.addThem')}
            </legend>
            <PromiseFields promise={one} names={names} onChange={promise} />
            <Button
              className="plain"
              onPress={() => change({ promises: telling.promises.filter(({ id }) => id !== one.id) })}
            >
              {i18n.t('meeting.promise.take')}
            </Button>
          </fieldset>
        ))}
        <div className="ways-line">
          {(['us', 'them'] as const).map((side) => (
            <Button
              key={side}
              className="plain"
              onPress={() => change({ promises: [...telling.promises, freshPromise(side, meeting, today)] })}
            >
              + {i18n.t(side === 'us' ? 'meeting.promise.addUs' : 'meeting.promise.addThem')}
            </Button>
          ))}
        </div>
      </section>
      <section aria-labelledby="told-next">
        <h2 className="part" id="told-next">
          {i18n.t('meeting.debrief.next')}
        </h2>
        <div className="two">
          <LineField
            type="date"
            label={i18n.t('meeting.day')}
            value={telling.next.day}
            onType={(day) => change({ next: { ...telling.next, day } })}
          />
          <LineField
            type="time"
            label={i18n.t('meeting.time')}
            value={telling.next.time}
            onType={(time) => change({ next: { ...telling.next, time } })}
          />
        </div>
      </section>
      <Line
        lines
        quiet={false}
        label={i18n.t('meeting.debrief.note')}
        value={telling.note}
        maxLength={MAX_TEXT}
        onType={(note) => change({ note })}
      />
    </div>
  );
}

interface TopicToldProps {
  topic: Topic;
  number: number;
  told: ToldTopic;
  names: readonly string[];
  onChange: (told: ToldTopic) => void;
}

function TopicTold({ topic, number, told, names, onChange }: TopicToldProps) {
  const reached = told.result !== 'notReached';
  return (
    <div className="told-topic">
      <p className="told-ask">{topic.ask}</p>
      <Choice
        quiet
        label={i18n.t('meeting.debrief.result', [String(number)])}
        options={TOPIC_RESULTS.map((value) => ({ value, text: i18n.t(`meeting.debrief.${value}`) }))}
        value={told.result}
        onChange={(result) => onChange({ ...told, result })}
      />
      {reached && (
        <>
          <div className="two">
            <LineField
              label={i18n.t('meeting.debrief.who')}
              value={told.who}
              offers={names}
              onType={(who) => onChange({ ...told, who: who.slice(0, 1000) })}
            />
            {topic.question !== null && (
              <Check isOn={told.no} onChange={(no) => onChange({ ...told, no })}>
                {i18n.t('meeting.debrief.no')}
              </Check>
            )}
          </div>
          <Line
            lines
            quiet={false}
            className="boxed"
            label={i18n.t('meeting.debrief.quote')}
            value={told.quote}
            maxLength={MAX_TEXT}
            onType={(quote) => onChange({ ...told, quote })}
          />
        </>
      )}
    </div>
  );
}
