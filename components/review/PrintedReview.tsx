import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId, ReviewView } from '../../lib/domain/review-view';
import { day } from '../format';
import { columnName, TABLE } from './Columns';
import { groupWord, sumWords } from './words';

/** What two pages hold, and a review with people speaks of. */
const PRINTED = 50;

/** What paper has room for. */
const ON_PAPER: readonly ColumnId[] = [
  'deal',
  'owner',
  'phase',
  'amount',
  'firmness',
  'urgency',
  'weakest',
  'confirmed',
  'dates',
  'checked',
];

interface PrintedReviewProps {
  rows: readonly ReviewRow[];
  view: ReviewView;
  today: IsoDay;
}

/** The review on paper: a plain table with all of its first deals, for handing round. */
export function PrintedReview({ rows, view, today }: PrintedReviewProps) {
  const { group, sort } = view;
  // What a group has in common stands above it.
  const columns = ON_PAPER.filter((id) => view.columns.includes(id) && id !== group);
  const printed = rows.slice(0, PRINTED);
  const left = rows.length - printed.length;
  return (
    <section className="printed printed-review">
      <header>
        <h2>{i18n.t('review.printed', [day(today, '')])}</h2>
        <p>
          {sums(rows)} ·{' '}
          {sort.by === 'stake' ? i18n.t('review.sort.stake') : i18n.t('review.sort.by', [columnName(sort.by)])}
        </p>
      </header>
      <table>
        <thead>
          <tr>
            {columns.map((id) => (
              <th key={id} scope="col" className={cellClass(id)}>
                {columnName(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row, index) => {
            const before = printed[index - 1];
            const name = group === 'none' ? null : groupWord(group, row);
            const isNew = group !== 'none' && (!before || groupWord(group, before) !== name);
            return [
              isNew && (
                <tr key={`group ${row.deal}`} className="printed-group">
                  <th colSpan={columns.length} scope="colgroup">
                    <bdi>{name}</bdi>{' '}
                    <span className="quiet">{sums(rows.filter((one) => groupWord(group, one) === name))}</span>
                  </th>
                </tr>
              ),
              <tr key={row.deal}>
                {columns.map((id) => (
                  <td key={id} className={cellClass(id)}>
                    {TABLE[id].cell?.(row, today) ?? TABLE[id].text(row, today)}
                  </td>
                ))}
              </tr>,
            ];
          })}
        </tbody>
      </table>
      {left > 0 && <p>{i18n.t('review.more50', left, [String(left)])}</p>}
    </section>
  );
}

const cellClass = (id: ColumnId) => `cell-${id}${TABLE[id].end ? ' end' : ''}`;

/** "12 deals · $1.2M, $800K at stake" */
function sums(rows: readonly ReviewRow[]): string {
  const stake = i18n.t('review.groupStake', [sumWords(rows, 'amount'), sumWords(rows, 'stake')]);
  return `${i18n.t('review.count', rows.length)} · ${stake}`;
}
