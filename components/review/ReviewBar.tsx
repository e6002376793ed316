import { memo, useDeferredValue, useMemo } from 'react';
import { Button, Input, Label, SearchField, ToggleButton, Toolbar } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { PHASES, type Phase } from '../../lib/domain/phase';
import type { ReviewRow } from '../../lib/domain/review-row';
import {
  COLUMNS,
  type ColumnId,
  FLAGS,
  type Flag,
  GROUPS,
  type Group,
  type ReviewView,
} from '../../lib/domain/review-view';
import { dealsLeft } from '../../lib/domain/round';
import type { ReviewRows } from '../../lib/state/review';
import { beginCheck, changeView, resumeCheck } from '../../lib/state/review-view';
import { useRoundLeft } from '../../lib/state/round';
import { day } from '../format';
import { Pick } from '../Pick';
import { HandMenu } from '../packs/HandMenu';
import { columnName, TABLE } from './Columns';
import { LeaveMenu } from './LeaveMenu';
import { MarkMenu } from './MarkMenu';
import { ScreenLinks } from './ScreenLinks';
import { isMixed, sumWords } from './words';

/** How many deals a round takes that is begun from here. */
const ROUND = 5;

interface ReviewBarProps {
  view: ReviewView;
  shown: Extract<ReviewRows, { state: 'shown' }>;
  /** The deals that the filters leave. */
  deals: readonly ReviewRow[];
  sorted: () => ReviewRow[];
  today: IsoDay;
}

/**
 * What is in the table, in one line of words; the ways to look at it; and the round of spot checks. Its
 * menus are many, so each is drawn anew only with what it shows.
 */
export function ReviewBar({ view, shown, deals, sorted, today }: ReviewBarProps) {
  const isWhole = shown.rows.length === shown.of;
  const left = useRoundLeft();
  // The rows come first. All that is pressed is drawn in the moments after them, in the room kept for it.
  const isReady = useDeferredValue(true, false);
  const count =
    deals.length === shown.of
      ? i18n.t('review.count', shown.of)
      : i18n.t('review.found', deals.length, [String(deals.length), String(shown.of)]);
  // What takes a look at every deal is done once for the same deals.
  const { checkable, stake, mixed } = useMemo(() => {
    const able = deals.filter(({ answered, phase }) => answered > 0 && phase !== 'closed').length;
    return { checkable: Math.min(ROUND, able), stake: sumWords(deals, 'stake'), mixed: isMixed(deals) };
  }, [deals]);
  return (
    <header className="review-bar">
      <div className="bar-line">
        <h1>
          {i18n.t('review.heading')}
          <span className="on-paper">, {day(today, '')}</span>
        </h1>
        {shown.of > 0 && <ScreenLinks view={view} />}
        <p className="bar-sum" role="status">
          {isWhole ? (
            <>
              {count}
              {deals.length > 0 && <span className="quiet"> · {i18n.t('review.atStake', [stake])}</span>}
            </>
          ) : (
            i18n.t('review.scoring', [String(shown.rows.length), String(shown.of)])
          )}
          {mixed && <span className="quiet small block">{i18n.t('review.mixed')}</span>}
        </p>
        {isReady && isWhole && left && (
          <Button className="button first" onPress={() => resumeCheck(left)}>
            {i18n.t('review.check.resume', dealsLeft(left))}
          </Button>
        )}
        {isReady && checkable > 0 && (
          <Button
            className={left ? 'button' : 'button first'}
            onPress={() => beginCheck(checkable)}
            isDisabled={!isWhole}
          >
            {i18n.t('review.check.start', [i18n.t('review.count', checkable)])}
          </Button>
        )}
        {isReady && (
          <>
            <HandMenu />
            <LeaveMenu columns={view.columns} sorted={sorted} today={today} />
          </>
        )}
      </div>
      {shown.of > 0 && view.screen !== 'numbers' && !isReady && (
        <>
          <div className="bar-line" />
          <div className="chips" />
        </>
      )}
      {shown.of > 0 && view.screen !== 'numbers' && isReady && (
        <>
          <div className="bar-line">
            <SearchField
              className="field review-search"
              value={view.search}
              onChange={(search) => changeView({ search })}
            >
              <Label className="unseen">{i18n.t('review.search')}</Label>
              <Input className="input" dir="auto" placeholder={i18n.t('review.search')} autoComplete="off" />
            </SearchField>
            {view.screen === 'deals' && (
              // What concerns the table alone.
              <>
                <SortPick by={view.sort.by} />
                <GroupPick group={view.group} />
                <ColumnsMenu columns={view.columns} />
              </>
            )}
            <OwnersMenu owners={view.owners} rows={shown.rows} />
          </div>
          <Chips phases={view.phases} flags={view.flags} closed={view.closed} />
        </>
      )}
    </header>
  );
}

const SortPick = memo(function SortPick({ by }: { by: ColumnId }) {
  return (
    <Pick
      label={i18n.t('review.sort.label')}
      options={COLUMNS.toSorted((a, b) => Number(b === 'stake') - Number(a === 'stake')).map((id) => ({
        id,
        text: id === 'stake' ? i18n.t('review.sort.stake') : i18n.t('review.sort.by', [columnName(id)]),
      }))}
      value={by}
      onChange={(id) => changeView({ sort: { by: id, down: TABLE[id].down === true } })}
    />
  );
});

const GroupPick = memo(function GroupPick({ group }: { group: Group }) {
  return (
    <Pick
      label={i18n.t('review.group.label')}
      options={GROUPS.map((id) => ({ id, text: i18n.t(`review.group.${id}`) }))}
      value={group}
      onChange={(group) => changeView({ group })}
    />
  );
});

const ColumnsMenu = memo(function ColumnsMenu({ columns }: { columns: readonly ColumnId[] }) {
  return (
    <MarkMenu
      label={i18n.t('review.columns')}
      options={COLUMNS.filter((id) => id !== 'deal').map((id) => ({ id, text: columnName(id) }))}
      chosen={columns}
      onChange={(ids) => changeView({ columns: COLUMNS.filter((id) => id === 'deal' || ids.has(id)) })}
    />
  );
});

interface OwnersMenuProps {
  owners: readonly string[];
  rows: readonly ReviewRow[];
}

const OwnersMenu = memo(function OwnersMenu({ owners: chosen, rows }: OwnersMenuProps) {
  const owners = useMemo(
    () => [...new Set([...chosen, ...rows.flatMap(({ owner }) => owner ?? [])])].sort(),
    [chosen, rows],
  );
  if (owners.length < 2) return null;
  return (
    <MarkMenu
      label={i18n.t('review.owners')}
      options={owners.map((id) => ({ id, text: id }))}
      chosen={chosen}
      onChange={(ids) => changeView({ owners: owners.filter((owner) => ids.has(owner)) })}
    />
  );
});

interface ChipsProps {
  phases: readonly Phase[];
  flags: readonly Flag[];
  closed: boolean;
}

/**
 * Filters that are on or off; several phases are one or the other, marks are all at once. One stop for the Tab
 * key on the way to the table; the arrow keys go from one to the next.
 */
const Chips = memo(function Chips({ phases, flags, closed }: ChipsProps) {
  return (
    <Toolbar className="chips" aria-label={i18n.t('review.filters')}>
      {PHASES.filter((phase) => phase !== 'closed').map((phase) => (
        <Chip
          key={phase}
          text={i18n.t(`words.phase.${phase}`)}
          isOn={phases.includes(phase)}
          onChange={(isOn) =>
            changeView({ phases: PHASES.filter((one) => (one === phase ? isOn : phases.includes(one))) })
          }
        />
      ))}
      <span className="chips-gap" aria-hidden="true" />
      {(Object.keys(FLAGS) as Flag[]).map((flag) => (
        <Chip
          key={flag}
          text={i18n.t(`review.flag.${flag}`)}
          isOn={flags.includes(flag)}
          onChange={(isOn) => changeView({ flags: isOn ? [...flags, flag] : flags.filter((one) => one !== flag) })}
        />
      ))}
      <Chip text={i18n.t('review.closed')} isOn={closed} onChange={(isOn) => changeView({ closed: isOn })} />
    </Toolbar>
  );
});

interface ChipProps {
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Chip({ text, isOn, onChange }: ChipProps) {
  return (
    <ToggleButton className="chip" isSelected={isOn} onChange={onChange}>
      {text}
    </ToggleButton>
  );
}
