import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { courseDays, courseOfAll, type ReviewPoint } from '../../lib/domain/course';
import type { IsoDay } from '../../lib/domain/day';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useCourses } from '../../lib/state/courses';
import { day, points } from '../format';
import { ChartCard } from './ChartCard';
import { AXIS, Drawing, STILL, tip } from './Drawing';
import { Reading } from './Reading';

interface TimeProps {
  rows: readonly ReviewRow[];
  today: IsoDay;
}

/** Firmness and urgency of the whole review over the last 90 days. */
export function TimeChart({ rows, today }: TimeProps) {
  const read = useCourses(rows);
  const course = useMemo(
    () => (read.state === 'shown' ? courseOfAll(read.values.values(), courseDays(today)) : []),
    [read, today],
  );
  const title = i18n.t('charts.time.title');
  if (read.state !== 'shown') {
    return <ChartCard title={title} says={<Reading read={read} of={rows.length} />} chart={null} table={null} />;
  }
  const isEmpty = course.every(({ deals }) => deals === 0);
  return (
    <ChartCard
      title={title}
      says={<p>{isEmpty ? i18n.t('charts.time.none') : saysWords(course, today)}</p>}
      chart={!isEmpty && <Picture course={course} today={today} />}
      table={!isEmpty && <Table course={course} today={today} />}
    />
  );
}

const shown = (value: number | null | undefined) => (value == null ? i18n.t('words.none') : points(value));

/** The first day on which anything stood, and today. */
function saysWords(course: readonly ReviewPoint[], today: IsoDay): string {
  const first = course.find(({ firmness }) => firmness !== null);
  const from = first ? day(first.day, today) : i18n.t('words.none');
  return i18n.t('charts.time.says', [shown(course.at(-1)?.firmness), shown(first?.firmness), from]);
}

/** Two pictures under each other: two scales in one would cross where nothing does. */
function Picture({ course, today }: { course: readonly ReviewPoint[]; today: IsoDay }) {
  const data = [...course];
  const axis = <XAxis {...AXIS} dataKey="day" tickFormatter={(at: IsoDay) => day(at, today)} />;
  const grid = <CartesianGrid stroke="var(--line)" vertical={false} />;
  const said = (
    <Tooltip
      isAnimationActive={false}
      content={tip<ReviewPoint>((point) => (
        <>
          <span className="strong">{day(point.day, today)}</span>
          <p>
            {i18n.t('charts.time.firmness')}: {shown(point.firmness)}
          </p>
          <p>
            {i18n.t('charts.time.urgency')}: {shown(point.urgency)}
          </p>
          <p>{i18n.t('review.count', point.deals)}</p>
        </>
      ))}
    />
  );
  const line = { type: 'linear', dot: true, strokeWidth: 2, isAnimationActive: false } as const;
  return (
    <>
      <p className="small">{i18n.t('charts.time.firmness')}</p>
      <Drawing part="upper">
        <LineChart {...STILL} data={data} syncId="review">
          {grid}
          {axis}
          <YAxis {...AXIS} domain={[0, 100]} ticks={[0, 50, 100]} width={36} />
          {said}
          <Line {...line} dataKey="firmness" stroke="var(--accent)" />
        </LineChart>
      </Drawing>
      <p className="small">{i18n.t('charts.time.urgency')}</p>
      <Drawing part="lower">
        <LineChart {...STILL} data={data} syncId="review">
          {grid}
          {axis}
          <YAxis {...AXIS} domain={[0, 4]} ticks={[0, 2, 4]} width={36} />
          <Tooltip isAnimationActive={false} content={() => null} />
          <Line {...line} dataKey="urgency" stroke="var(--text)" />
        </LineChart>
      </Drawing>
    </>
  );
}

function Table({ course, today }: { course: readonly ReviewPoint[]; today: IsoDay }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n.t('trend.day')}</th>
          <th scope="col" className="end">
            {i18n.t('charts.time.deals')}
          </th>
          <th scope="col" className="end">
            {i18n.t('charts.time.firmness')}
          </th>
          <th scope="col" className="end">
            {i18n.t('charts.time.urgency')}
          </th>
        </tr>
      </thead>
      <tbody>
        {course.map((point) => (
          <tr key={point.day}>
            <th scope="row">{day(point.day, today)}</th>
            <td className="end">{point.deals}</td>
            <td className="end">{shown(point.firmness)}</td>
            <td className="end">{shown(point.urgency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
