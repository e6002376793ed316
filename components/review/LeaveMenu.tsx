import { memo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId } from '../../lib/domain/review-view';
import { saveTable } from '../../lib/state/review-files';
import { Overlay } from '../Overlay';
import { tableOf } from './table-file';

interface LeaveMenuProps {
  columns: readonly ColumnId[];
  sorted: () => ReviewRow[];
  today: IsoDay;
}

/** The ways in which a review leaves: a table as a file, or on paper. */
export const LeaveMenu = memo(function LeaveMenu({ columns, sorted, today }: LeaveMenuProps) {
  const save = (mark: boolean) => saveTable(tableOf(sorted(), columns), `footing-review-${today}`, mark);
  return (
    <MenuTrigger>
      <Button className="button">
        {i18n.t('review.more')}
        <span aria-hidden>▾</span>
      </Button>
      <Overlay placement="bottom end">
        <Menu className="menu">
          <MenuItem className="menu-item" onAction={() => save(false)}>
            {i18n.t('review.csv')}
          </MenuItem>
          <MenuItem className="menu-item" textValue={i18n.t('review.csvMark')} onAction={() => save(true)}>
            <Text slot="label">{i18n.t('review.csvMark')}</Text>
            <Text slot="description" className="small quiet">
              {i18n.t('review.csvMarkHint')}
            </Text>
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => window.print()}>
            {i18n.t('review.print')}
          </MenuItem>
        </Menu>
      </Overlay>
    </MenuTrigger>
  );
});
