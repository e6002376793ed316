import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { i18n } from '#i18n';
import { STEPS, type Step } from '../../lib/domain/phase';
import type { StageRow as Row } from '../../lib/domain/stage-list';

interface StageRowProps {
  row: Row;
  onSet: (step: Step | null) => void;
}

/** One stage of an org, and the step that it stands for. */
export function StageRow({ row: { name, step, usual, own }, onSet }: StageRowProps) {
  return (
    <li className="row">
      <bdi className="row-name">{name}</bdi>
      {own && (
        <Button
          className="plain"
          aria-label={i18n.t(usual ? 'options.stages.backLong' : 'options.stages.forgetLong', [name])}
          onPress={() => onSet(null)}
        >
          {i18n.t(usual ? 'options.stages.back' : 'options.stages.forget')}
        </Button>
      )}
      <Select
        aria-label={i18n.t('options.stages.step', [name])}
        placeholder={i18n.t('options.stages.unknown')}
        value={step}
        onChange={(next) => onSet(next as Step)}
      >
        <Button className="button choose">
          <SelectValue />
          <span aria-hidden>▾</span>
        </Button>
        <Popover className="popover">
          <ListBox className="menu">
            {STEPS.map((one) => (
              <ListBoxItem key={one} id={one} className="menu-item">
                {i18n.t(`words.step.${one}`)}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </li>
  );
}
