import { useMemo } from 'react';
import { i18n } from '#i18n';
import { SPANS, type Span } from '../../lib/domain/execution';
import { dealsOf, ME, type Person } from '../../lib/domain/person';
import type { ReviewRow } from '../../lib/domain/review-row';
import { type ReviewView, TEAM } from '../../lib/domain/review-view';
import { usePeople } from '../../lib/state/people';
import { changeView } from '../../lib/state/review-view';
import { CalibrationCard } from '../close/CalibrationCard';
import { Message } from '../Message';
import { Pick } from '../Pick';
import { HabitsCard } from './HabitsCard';
import { NumbersTable } from './NumbersTable';

interface NumbersScreenProps {
  /** Every deal: numbers look at closed ones too, and no filter makes them better. */
  rows: readonly ReviewRow[];
  view: ReviewView;
}

/** How well the basics are done: one's own first, others' where they were handed over. Nobody is ranked. */
export function NumbersScreen({ rows, view }: NumbersScreenProps) {
  const people = usePeople(rows);
  const chosen = useMemo(() => whoseOf(people ?? [], rows, view.person), [people, rows, view.person]);
  const deals = useMemo(
    () => (chosen ? dealsOf(rows, chosen) : rows.filter(({ seller }) => seller !== null)),
    [rows, chosen],
  );
  if (!people) return <div className="numbers" aria-busy="true" />;
  if (deals.length === 0 && people.length < 2) {
    return <Message title={i18n.t('numbers.nobody')} hint={i18n.t('numbers.nobodyHint')} />;
  }
  return (
    <div className="numbers">
      <div className="numbers-bar">
        <h2>{chosen ? personName(chosen) : i18n.t('numbers.team')}</h2>
        <p className="quiet">{i18n.t(chosen?.id === ME ? 'numbers.private' : 'numbers.handedOver')}</p>
        {people.length > 1 && (
          <Pick
            label={i18n.t('numbers.whose')}
            options={[
              ...people.map((person) => ({ id: person.id, text: personName(person) })),
              { id: TEAM, text: i18n.t('numbers.team') },
            ]}
            value={chosen?.id ?? TEAM}
            onChange={(person) => changeView({ person })}
          />
        )}
        <Pick
          label={i18n.t('numbers.span')}
          options={(Object.keys(SPANS) as Span[]).map((id) => ({ id, text: i18n.t(`numbers.by.${id}`) }))}
          value={view.span}
          onChange={(span) => changeView({ span })}
        />
      </div>
      <div className="numbers-body">
        <div className="numbers-main">
          <NumbersTable rows={deals} span={view.span} />
          <CalibrationCard rows={deals} />
        </div>
        {chosen && <HabitsCard key={chosen.id} person={chosen} rows={deals} />}
      </div>
    </div>
  );
}

/** The person that the address names; else I, where I answered anything; `null`: all together. */
function whoseOf(people: readonly Person[], rows: readonly ReviewRow[], id: string | null): Person | null {
  const [me] = people;
  if (id === TEAM) return null;
  const named = people.find((person) => person.id === id);
  if (named) return named;
  return me && (people.length === 1 || dealsOf(rows, me).length > 0) ? me : null;
}

function personName({ id, name }: Person): string {
  return id === ME ? i18n.t('numbers.me') : (name ?? i18n.t('numbers.someone'));
}
