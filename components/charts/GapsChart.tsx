import { useMemo } from 'react';
import { Bar, BarChart, Legend, Tooltip, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { gapsByQuestion, type QuestionGaps } from '../../lib/domain/review-chart';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { GapReason } from '../../lib/domain/score';
import { ChartCard } from './ChartCard';
import { AXIS, Drawing, STILL, tip } from './Drawing';

/** How many questions the picture has room for; the table has all. */
const DRAWN = 12;
/** Pixels. */
const ROW = 24;
/** Few bars stay bars, however tall the chart; pixels. */
const MOST_BAR = 32;

/** Why a question is not firm, in four kinds: more could not be told apart. */
const KINDS: Readonly<Record<'open' | 'ourWord' | 'no' | 'old', readonly GapReason[]>> = {
  open: ['unanswered', 'unknown'],
  ourWord: ['onlyOurWord'],
  no: ['no'],
  old: ['recheck', 'stale'],
};
type Kind = keyof typeof KINDS;
const ALL = Object.keys(KINDS) as Kind[];

const countOf = ({ reasons }: QuestionGaps, kind: Kind) =>
  KINDS[kind].reduce((sum, reason) => sum + reasons[reason], 0);
const kindName = (kind: Kind) => i18n.t(`charts.gaps.kind.${kind}`);

/** In how many deals each question is due and not firm, and why. */
export function GapsChart({ rows }: { rows: readonly ReviewRow[] }) {
  const gaps = useMemo(() => gapsByQuestion(rows), [rows]);
  const [first] = gaps;
  return (
    <ChartCard
      title={i18n.t('charts.gaps.title')}
      says={
        <p>
          {first
            ? i18n.t('charts.gaps.says', [first.question.short, i18n.t('review.count', first.deals)])
            : i18n.t('charts.gaps.none')}
        </p>
      }
      chart={first && <Picture gaps={gaps.slice(0, DRAWN)} />}
      table={first && <Table gaps={gaps} />}
    />
  );
}

function Picture({ gaps }: { gaps: readonly QuestionGaps[] }) {
  return (
    <Drawing least={gaps.length * ROW + 64}>
      <BarChart {...STILL} layout="vertical" data={[...gaps]} barCategoryGap={3} maxBarSize={MOST_BAR}>
        <XAxis {...AXIS} type="number" allowDecimals={false} />
        <YAxis
          {...AXIS}
          type="category"
          dataKey={({ question }: QuestionGaps) => question.short}
          width={190}
          interval={0}
        />
        <Legend itemSorter={null} formatter={(name) => <span className="quiet">{name}</span>} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)' }}
          content={tip<QuestionGaps>((one) => (
            <>
              <span className="strong">{one.question.short}</span>
              {ALL.filter((kind) => countOf(one, kind) > 0).map((kind) => (
                <p key={kind}>
                  {kindName(kind)}: {countOf(one, kind)}
                </p>
              ))}
            </>
          ))}
        />
        {ALL.map((kind) => (
          <Bar
            key={kind}
            className={`bar-${kind}`}
            name={kindName(kind)}
            dataKey={(one: QuestionGaps) => countOf(one, kind)}
            fill={`var(--bar-${kind})`}
            stackId="gaps"
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </Drawing>
  );
}

function Table({ gaps }: { gaps: readonly QuestionGaps[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n.t('charts.gaps.question')}</th>
          <th scope="col" className="end">
            {i18n.t('charts.gaps.deals')}
          </th>
          {ALL.map((kind) => (
            <th key={kind} scope="col" className="end">
              {kindName(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gaps.map((one) => (
          <tr key={one.question.id}>
            <th scope="row">{one.question.short}</th>
            <td className="end">{one.deals}</td>
            {ALL.map((kind) => (
              <td key={kind} className="end">
                {countOf(one, kind)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
