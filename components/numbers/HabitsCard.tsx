import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type KeptHabit, openHabits } from '../../lib/domain/habit';
import { eventsOf, type HabitCount, sumCounts } from '../../lib/domain/habit-count';
import type { Person } from '../../lib/domain/person';
import type { QuestionId } from '../../lib/domain/playbook';
import { gapsByQuestion } from '../../lib/domain/review-chart';
import type { ReviewRow } from '../../lib/domain/review-row';
import { begin, end, type NotDone, useHabits } from '../../lib/state/habits';
import { useHabitCounts } from '../../lib/state/looking-back';
import { usePlaybooks } from '../../lib/state/playbooks';
import { useToday } from '../../lib/state/today';
import { Reading } from '../charts/Reading';
import { day } from '../format';
import { Pick } from '../Pick';
import { StartCard } from './StartCard';
import { anyQuestion, tallyWords } from './words';

interface HabitsCardProps {
  person: Person;
  /** Their deals. */
  rows: readonly ReviewRow[];
}

/** Where to start, and what is in focus: two things at most, each measured from the deals. */
export function HabitsCard({ person, rows }: HabitsCardProps) {
  const kept = useHabits(person);
  const playbooks = usePlaybooks();
  const team = playbooks.state === 'shown' ? playbooks.team : null;
  const nameOf = useMemo(() => {
    const find = anyQuestion(team);
    return (id: QuestionId) => find(id)?.short ?? id;
  }, [team]);
  const [wrong, setWrong] = useState<NotDone | null>(null);
  const gaps = useMemo(() => gapsByQuestion(rows), [rows]);
  if (kept.state === 'loading') return <div aria-busy="true" />;
  if (kept.state === 'failed') return <Reading read={kept} of={0} />;
  const open = openHabits(kept.habits);
  const ended = kept.habits.filter(({ to }) => to !== null);
  const practise = (about: QuestionId) => void begin(person, about).then(setWrong);
  return (
    <div className="numbers-side">
      <StartCard rows={rows} open={open} onPractise={practise} />
      <section className="numbers-card" aria-labelledby="habits">
        <h3 id="habits">{i18n.t('numbers.habit.title')}</h3>
        <p className="quiet small">{i18n.t('numbers.habit.hint')}</p>
        {open.length === 0 && <p>{i18n.t('numbers.habit.none')}</p>}
        <HabitList rows={rows} habits={open} nameOf={nameOf} onEnd={(habit) => void end(habit).then(setWrong)} />
        {wrong && (
          <p className={'failed' in wrong ? 'note stop' : 'note'} role="alert">
            {i18n.t('failed' in wrong ? 'numbers.habit.failed' : `numbers.habit.refused.${wrong.refused}`)}
          </p>
        )}
        {gaps.length > 0 && (
          <Pick
            label={i18n.t('numbers.habit.add')}
            placeholder={i18n.t('numbers.habit.add')}
            options={gaps.map(({ question, deals }) => ({
              id: question.id,
              text: question.short,
              more: i18n.t('review.count', deals),
            }))}
            value={null}
            onChange={practise}
          />
        )}
        {ended.length > 0 && (
          <>
            <h4 className="small">{i18n.t('numbers.habit.ended')}</h4>
            <HabitList rows={rows} habits={ended} nameOf={nameOf} />
          </>
        )}
      </section>
    </div>
  );
}

interface HabitListProps {
  rows: readonly ReviewRow[];
  habits: readonly KeptHabit[];
  nameOf: (id: QuestionId) => string;
  onEnd?: (habit: KeptHabit) => void;
}

function HabitList({ rows, habits, nameOf, onEnd }: HabitListProps) {
  const { day: today } = useToday();
  const read = useHabitCounts(rows, habits);
  if (habits.length === 0) return null;
  return (
    <ul className="habits">
      {habits.map((habit, index) => (
        <li key={habit.key} className="habit">
          <span className="strong">{nameOf(habit.about)}</span>
          <span className="quiet small">
            {habit.to
              ? i18n.t('numbers.habit.until', [day(habit.from, today), day(habit.to, today)])
              : i18n.t('numbers.habit.since', [day(habit.from, today)])}
          </span>
          {onEnd && (
            <Button
              className="plain habit-end"
              aria-label={i18n.t('numbers.habit.endLong', [nameOf(habit.about)])}
              onPress={() => onEnd(habit)}
            >
              {i18n.t('numbers.habit.end')}
            </Button>
          )}
          {read.state === 'shown' ? (
            <Measured
              habit={habit}
              count={sumCounts([...read.values.values()].flatMap((counts) => counts[index] ?? []))}
            />
          ) : (
            <Reading read={read} of={rows.length} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Measured({ habit, count }: { habit: KeptHabit; count: HabitCount }) {
  const events = eventsOf(habit.about);
  const now = events ? 'numbers.habit.sinceStart' : habit.to ? 'numbers.habit.then' : 'numbers.habit.now';
  return (
    <div className="habit-count">
      <p className="quiet small">{i18n.t(events ? `numbers.habit.events.${events}` : 'numbers.habit.firm')}</p>
      <dl>
        <dt className="quiet">{i18n.t('numbers.habit.before')}</dt>
        <dd>{tallyWords(count.before)}</dd>
        <dt className="quiet">{i18n.t(now)}</dt>
        <dd className="strong">{tallyWords(count.since)}</dd>
      </dl>
    </div>
  );
}
