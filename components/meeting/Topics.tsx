import { useRef } from 'react';
import { Button, Input, Menu, MenuItem, MenuTrigger, NumberField } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/domain/meeting';
import {
  addTopic,
  CLOSING_MINUTES,
  editTopic,
  moveTopic,
  removeTopic,
  setMinutes,
  topicMinutes,
} from '../../lib/domain/meeting-edit';
import type { DealView } from '../../lib/domain/view';
import { showInChecklist } from '../../lib/state/panel-store';
import { StandingMark } from '../Marks';
import { Overlay } from '../Overlay';
import { Pick } from '../Pick';
import { standingOf } from '../panel/words';
import { Line } from './Line';
import type { Plan } from './plan';
import { theirNames } from './words';

/** More than this is no meeting any more. */
const MOST = 8;

/** What is talked about, in order, with the minutes that each takes; they add up. */
export function Topics({ view, plan }: { view: DealView; plan: Plan }) {
  const { meeting } = plan;
  const list = useRef<HTMLOListElement>(null);
  /** The keyboard goes with the topic that it moved. */
  const move = (topic: Topic, to: number) => {
    plan.change(`topic ${topic.id} place`, (now) => moveTopic(now, topic.id, to));
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>(':scope > li .grip')[clamp(to, meeting.topics.length)]?.focus(),
    );
  };
  return (
    <div className="topics-part">
      <ol className="agenda-topics" ref={list}>
        {meeting.topics.map((topic, index) => (
          <li key={topic.id}>
            <TopicMargin view={view} topic={topic} number={index + 1} of={meeting.topics.length}>
              {(to) => (to === null ? remove(plan, topic.id) : move(topic, index + to))}
            </TopicMargin>
            <TopicRow plan={plan} topic={topic} number={index + 1} />
          </li>
        ))}
        {meeting.topics.length > 0 && (
          <li className="quiet">
            <span />
            <div className="topic-line">
              <span>{i18n.t('meeting.close')}</span>
              <span className="closing-minutes">
                {i18n.t('meeting.minutes', [String(Math.min(CLOSING_MINUTES, meeting.minutes))])}
              </span>
            </div>
          </li>
        )}
      </ol>
      {meeting.topics.length < MOST && (
        <Button className="plain add" onPress={() => add(plan)}>
          {i18n.t('meeting.topic.add')}
        </Button>
      )}
    </div>
  );
}

const clamp = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));

function remove(plan: Plan, id: string): void {
  plan.change(`topic ${id} gone`, (now) => removeTopic(now, id));
}

function add(plan: Plan): void {
  const id = crypto.randomUUID();
  const topic = { id, question: null, ask: '', gives: '', lead: 'them', note: '' };
  plan.change(`topic ${id} added`, (now) => (now.topics.some((one) => one.id === id) ? now : addTopic(now, topic)));
}

interface TopicMarginProps {
  view: DealView;
  topic: Topic;
  number: number;
  of: number;
  /** Moves the topic so many places, or, with `null`, takes it out. */
  children: (to: number | null) => void;
}

/** The margin: the topic's number, which is the grip that moves it, and the question that it came from. */
function TopicMargin({ view, topic, number, of, children: act }: TopicMarginProps) {
  const term = view.score.terms.find(({ question }) => question.id === topic.question);
  const source = view.playbook.questions.find(({ id }) => id === topic.question);
  return (
    <div
      className="topic-margin"
      // Before the menu's button, which would open at an arrow.
      onKeyDownCapture={(event) => {
        const to = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (to === 0) return;
        event.preventDefault();
        event.stopPropagation();
        act(to);
      }}
    >
      <MenuTrigger>
        <Button
          className="grip"
          aria-label={i18n.t('meeting.topic.move', [String(number)])}
          aria-description={i18n.t('meeting.topic.hint')}
        >
          {number}
        </Button>
        <Overlay placement="bottom start">
          <Menu
            className="menu"
            disabledKeys={[...(number === 1 ? ['up'] : []), ...(number === of ? ['down'] : [])]}
            onAction={(key) => act(key === 'remove' ? null : key === 'up' ? -1 : 1)}
          >
            <MenuItem className="menu-item" id="up">
              {i18n.t('meeting.topic.up')}
            </MenuItem>
            <MenuItem className="menu-item" id="down">
              {i18n.t('meeting.topic.down')}
            </MenuItem>
            <MenuItem className="menu-item" id="remove">
              {i18n.t('meeting.topic.remove')}
            </MenuItem>
          </Menu>
        </Overlay>
      </MenuTrigger>
      {source && (
        <Button
          className="from-question"
          aria-label={i18n.t('meeting.topic.from', [source.short])}
          onPress={() => showInChecklist(source.id)}
        >
          {term ? <StandingMark standing={standingOf(term)} /> : <StandingMark standing="open" />}
        </Button>
      )}
    </div>
  );
}

function TopicRow({ plan, topic, number }: { plan: Plan; topic: Topic; number: number }) {
  const { meeting, leaks, type, change, leave } = plan;
  const edit = (slot: string, text: Parameters<typeof editTopic>[2]) =>
    [`topic ${topic.id} ${slot}`, (now: typeof meeting) => editTopic(now, topic.id, text)] as const;
  const names = [...new Set([...theirNames(meeting.attendees), ...(isNamed(topic.lead) ? [topic.lead] : [])])];
  return (
    <div className="topic">
      <div className="topic-line">
        <Line
          label={i18n.t('meeting.topic.ask', [String(number)])}
          value={topic.ask}
          leaks={leaks(topic.ask)}
          autoFocus={topic.ask === '' && topic.question === null}
          onType={(ask) => type(...edit('ask', { ask }))}
          onLeave={leave}
        />
        <NumberField
          className="minutes"
          aria-label={i18n.t('meeting.topic.minutesLong', [String(number)])}
          value={topic.minutes}
          minValue={0}
          maxValue={topicMinutes(meeting.minutes)}
          onChange={(minutes) => change(`topic ${topic.id} minutes`, (now) => setMinutes(now, topic.id, minutes))}
        >
          <Input className="minutes-input" />
          <span className="small quiet" aria-hidden>
            {i18n.t('meeting.minutes', ['']).trim()}
          </span>
        </NumberField>
      </div>
      <div className="topic-gives">
        <span className="small quiet" aria-hidden>
          {i18n.t('meeting.gives')}
        </span>
        <Line
          label={i18n.t('meeting.topic.gives', [String(number)])}
          value={topic.gives}
          leaks={leaks(topic.gives)}
          onType={(gives) => type(...edit('gives', { gives }))}
          onLeave={leave}
        />
      </div>
      <Pick
        label={i18n.t('meeting.lead.label')}
        value={topic.lead}
        options={[
          { id: 'them', text: i18n.t('meeting.lead.them') },
          { id: 'us', text: i18n.t('meeting.lead.us') },
          ...names.map((name) => ({ id: name, text: i18n.t('meeting.lead.named', [name]) })),
        ]}
        onChange={(lead) => change(...edit('lead', { lead }))}
      />
    </div>
  );
}

function isNamed(lead: string): boolean {
  return lead !== 'us' && lead !== 'them' && lead !== '';
}
