import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Habit, MOST_HABITS } from '../../lib/domain/habit';
import type { QuestionId } from '../../lib/domain/playbook';
import type { ReviewRow } from '../../lib/domain/review-row';
import { whereToStart } from '../../lib/domain/where-to-start';
import { DealButton } from '../charts/DealButton';
import { money } from '../format';
import { unitsWord } from '../review/words';

/** How many of the deals behind it are named. */
const NAMED = 5;

interface StartCardProps {
  rows: readonly ReviewRow[];
  /** What is in focus, which is not suggested again. */
  open: readonly Habit[];
  onPractise: (about: QuestionId) => void;
}

/** The one thing to begin with, how it was chosen, and the deals behind it. Never a list of things. */
export function StartCard({ rows, open, onPractise }: StartCardProps) {
  const start = useMemo(
    () =>
      whereToStart(
        rows,
        open.map(({ about }) => about),
      ),
    [rows, open],
  );
  return (
    <section className="numbers-card start" aria-labelledby="start">
      <h3 id="start">{i18n.t('numbers.start.title')}</h3>
      {!start && <p>{i18n.t('numbers.start.none')}</p>}
      {start && (
        <>
          <p className="start-prompt">{start.question.prompt}</p>
          <p>
            {i18n.t('numbers.start.says', start.deals.length, [
              String(start.deals.length),
              String(start.of),
              unitsWord(start.amount, rows),
            ])}
          </p>
          <p className="quiet small">
            {i18n.t('numbers.start.how', [String(start.question.weight)])}{' '}
            {start.guessed > 0 && i18n.t('numbers.start.guessed', start.guessed, [String(start.guessed)])}
          </p>
          <h4 className="small">{i18n.t('numbers.start.deals')}</h4>
          <ul>
            {start.deals.slice(0, NAMED).map(({ row, reason }) => (
              <li key={row.deal}>
                <DealButton row={row} />{' '}
                <span className="quiet small">
                  {[...(row.amount ? [money(row.amount, true)] : []), i18n.t(`words.gap.${reason}`)].join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {start.deals.length > NAMED && (
            <p className="quiet small">
              {i18n.t('numbers.start.more', start.deals.length - NAMED, [String(start.deals.length - NAMED)])}
            </p>
          )}
          {open.length < MOST_HABITS ? (
            <Button className="button first" onPress={() => onPractise(start.question.id)}>
              {i18n.t('numbers.start.practise')}
            </Button>
          ) : (
            <p className="quiet">{i18n.t('numbers.start.full')}</p>
          )}
        </>
      )}
    </section>
  );
}
