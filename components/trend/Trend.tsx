import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Playbook } from '../../lib/domain/playbook';
import type { TrendPoint, TrendReason } from '../../lib/domain/trend';
import { URGENCY_LEVELS } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { useTrend } from '../../lib/state/trend';
import { day, signed } from '../format';
import { TrendChart } from './TrendChart';

/** How many days are shown before all of them are asked for. */
const SHOWN = 6;
/** How many reasons one day gives. */
const REASONS = 3;
/** A smaller effect is none that a person would see. */
const VISIBLE = 0.05;

interface TrendProps {
  view: DealView;
  playbook: Playbook;
  today: IsoDay;
}

/** Firmness and urgency over time, and in words what raised or lowered them. */
export function Trend({ view, playbook, today }: TrendProps) {
  const trend = useTrend(view, playbook);
  const [all, setAll] = useState(false);
  if (!trend) return null;
  const rows = rowsOf(trend.points);
  return (
    <section aria-labelledby="trend">
      <h3 id="trend">{i18n.t('trend.title')}</h3>
      {trend.points.length > 1 && <TrendChart trend={trend} today={today} />}
      {rows.length === 0 && <p className="quiet">{i18n.t('trend.none')}</p>}
      {rows.length > 0 && (
        <table className="trend-table">
          <caption className="unseen">{i18n.t('trend.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n.t('trend.day')}</th>
              <th scope="col">{i18n.t('trend.firmness')}</th>
              <th scope="col">{i18n.t('urgency.title')}</th>
              <th scope="col">{i18n.t('trend.why')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, SHOWN)).map(({ point, before }) => (
              <Row key={point.day} point={point} before={before} today={today} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > SHOWN && !all && (
        <Button className="plain" onPress={() => setAll(true)}>
          {i18n.t('trend.all', [String(rows.length)])}
        </Button>
      )}
    </section>
  );
}

interface TrendRow {
  point: TrendPoint;
  before: TrendPoint | null;
}

/** The days on which something changed, newest first. */
function rowsOf(points: readonly TrendPoint[]): TrendRow[] {
  const rows = points.map((point, index): TrendRow => ({ point, before: points[index - 1] ?? null }));
  return rows.filter(({ point, before }) => !before || tells(point, before)).reverse();
}

function tells(point: TrendPoint, before: TrendPoint): boolean {
  const same = point.firmness === before.firmness && point.urgency === before.urgency && point.phase === before.phase;
  return !same || point.reasons.some(isVisible);
}

const isVisible = ({ points }: TrendReason) => Math.abs(points) >= VISIBLE;

function Row({ point, before, today }: TrendRow & { today: IsoDay }) {
  const reasons = point.reasons.filter(isVisible);
  const moved = before && before.phase !== point.phase ? before.phase : null;
  return (
    <tr>
      <th scope="row">{day(point.day, today)}</th>
      <td className="number">
        {point.firmness ?? i18n.t('words.none')}
        <Delta point={point} before={before} />
      </td>
      <td className="word">{i18n.t(`urgency.level.${URGENCY_LEVELS[point.urgency] ?? 'none'}`)}</td>
      <td className="small">
        {moved && (
          <span className="block">
            {i18n.t('trend.moved', [i18n.t(`words.phase.${moved}`), i18n.t(`words.phase.${point.phase}`)])}
          </span>
        )}
        {reasons.slice(0, REASONS).map(({ cause, question, points }) => (
          <span key={question.id} className="block">
            {i18n.t(`trend.cause.${cause}`, [question.short])} <span className="quiet nowrap">{signed(points)}</span>
          </span>
        ))}
        {reasons.length > REASONS && (
          <span className="quiet block">{i18n.t('trend.more', [String(reasons.length - REASONS)])}</span>
        )}
        {!moved && reasons.length === 0 && before && before.urgency !== point.urgency && (
          <span className="block">
            {i18n.t(point.urgency > before.urgency ? 'trend.urgencyUp' : 'trend.urgencyDown')}
          </span>
        )}
      </td>
    </tr>
  );
}

/** How much more or less than before. */
function Delta({ point, before }: TrendRow) {
  if (point.firmness === null || before?.firmness == null || point.firmness === before.firmness) return null;
  return <span className="small quiet nowrap"> {signed(point.firmness - before.firmness)}</span>;
}
