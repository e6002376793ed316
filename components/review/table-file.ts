/** The review as a table for other programs: whole numbers, ISO days, and every word spelled out. */
import { i18n } from '#i18n';
import { inUnits, type ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId } from '../../lib/domain/review-view';
import { columnName } from './Columns';
import { datedWord, phaseWord } from './words';

type Cell = string | number | null;

interface FileColumn {
  head: string;
  cell: (row: ReviewRow) => Cell;
}

/** One column of the screen may be several in a file, where a cell holds one value. */
function columnsOf(id: ColumnId): FileColumn[] {
  const head = columnName(id);
  const one = (cell: FileColumn['cell']): FileColumn[] => [{ head, cell }];
  switch (id) {
    case 'deal':
      return [
        ...one(({ name }) => name),
        { head: i18n.t('review.csvColumn.account'), cell: ({ account }) => account },
        { head: i18n.t('review.csvColumn.url'), cell: ({ url }) => url },
      ];
    case 'owner':
      return one(({ owner }) => owner);
    case 'phase':
      return one(phaseWord);
    case 'amount':
      return [
        ...one(({ amount, amountText }) => (amount ? inUnits(amount) : amountText)),
        { head: i18n.t('review.csvColumn.currency'), cell: ({ amount }) => amount?.currency ?? null },
      ];
    case 'stake':
      return one(({ atStake }) => atStake && Math.round(atStake * 100) / 100);
    case 'firmness':
      return one(({ firmness }) => firmness);
    case 'urgency':
      return one(({ urgencyName }) => i18n.t(`urgency.level.${urgencyName}`));
    case 'weakest':
      return [
        ...one(({ weakest }) => weakest?.question.short ?? null),
        {
          head: i18n.t('review.csvColumn.weakest'),
          cell: ({ weakest }) => (weakest?.gap ? i18n.t(`words.gap.${weakest.gap}`) : null),
        },
      ];
    case 'oldest':
      return one(({ oldest }) => oldest?.age ?? null);
    case 'confirmed':
      return one(({ confirmed }) => confirmed);
    case 'dates':
      return [
        {
          head: i18n.t('review.csvColumn.closes'),
          cell: ({ closeDate, closeText }) => closeDate ?? closeText,
        },
        { head: i18n.t('review.csvColumn.event'), cell: ({ event }) => event },
        { head: i18n.t('review.csvColumn.dates'), cell: datedWord },
      ];
    case 'pushes':
      return one(({ pushes }) => pushes);
    case 'checked':
      return [
        ...one(({ checked }) => checked),
        { head: i18n.t('review.csvColumn.ask'), cell: ({ promise }) => promise?.ask ?? null },
        { head: i18n.t('review.csvColumn.followUp'), cell: ({ promise }) => promise?.followUp ?? null },
      ];
    case 'overrides':
      return one(({ overrides }) => overrides);
  }
}

/** A line of heads, and a line for each deal. */
export function tableOf(rows: readonly ReviewRow[], ids: readonly ColumnId[]): Cell[][] {
  const columns = ids.flatMap(columnsOf);
  return [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
}
