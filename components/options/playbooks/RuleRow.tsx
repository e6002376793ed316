import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { STEPS } from '../../../lib/domain/phase';
import type { PlaybookRule } from '../../../lib/domain/playbook-choice';
import type { OrgStages } from '../../../lib/domain/stage-list';
import { Sign } from '../../Marks';
import { Pick, type PickOption } from '../../Pick';
import { RuleAmount } from './RuleAmount';

const ANY = 'any';

interface RuleRowProps {
  rule: PlaybookRule;
  place: number;
  last: boolean;
  playbooks: readonly PickOption<string>[];
  orgs: readonly OrgStages[];
  onChange: (to: Partial<PlaybookRule>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One rule: in which CRM, at which stage, for which amounts, and the playbook for them. */
export function RuleRow({ rule, place, last, playbooks, orgs, onChange, onMove, onRemove }: RuleRowProps) {
  const number = String(place + 1);
  const gone = playbooks.some(({ id }) => id === rule.playbook)
    ? []
    : [{ id: rule.playbook, text: i18n.t('playbooks.rules.gone') }];
  return (
    <li className="rule">
      <div className="rule-head">
        <strong>{i18n.t('playbooks.rules.number', [number])}</strong>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            className="sign"
            data-move={by}
            isDisabled={by < 0 ? place === 0 : last}
            aria-label={i18n.t(by < 0 ? 'playbooks.rules.up' : 'playbooks.rules.down', [number])}
            onPress={() => onMove(by)}
          >
            <Sign of={by < 0 ? 'up' : 'down'} />
          </Button>
        ))}
        <Button className="plain" aria-label={i18n.t('playbooks.rules.removeLong', [number])} onPress={onRemove}>
          {i18n.t('playbooks.rules.remove')}
        </Button>
      </div>
      <div className="rule-parts">
        <Pick
          labelled
          label={i18n.t('playbooks.rules.org')}
          options={orgOptions(rule, orgs)}
          value={rule.orgs?.[0] ?? ANY}
          onChange={(org) => onChange({ orgs: org === ANY ? undefined : [org] })}
        />
        <Pick
          labelled
          label={i18n.t('playbooks.rules.at')}
          options={stageOptions(rule, orgs)}
          value={placeOf(rule)}
          onChange={(at) => onChange(placed(at))}
        />
        <RuleAmount amount={rule.amount} onChange={(amount) => onChange({ amount })} />
        <Pick
          labelled
          label={i18n.t('playbooks.rules.playbook')}
          options={[...playbooks, ...gone]}
          value={rule.playbook}
          onChange={(playbook) => onChange({ playbook })}
        />
      </div>
    </li>
  );
}

function orgOptions(rule: PlaybookRule, orgs: readonly OrgStages[]): PickOption<string>[] {
  const known = new Set<string>([...orgs.map(({ org }) => org), ...(rule.orgs ?? [])]);
  const name = (org: string) => org.slice(org.indexOf(':') + 1);
  return [
    { id: ANY, text: i18n.t('playbooks.rules.anyOrg') },
    ...[...known].map((org) => ({ id: org, text: name(org) })),
  ];
}

const STEP = 'step:';
const STAGE = 'stage:';

function stageOptions(rule: PlaybookRule, orgs: readonly OrgStages[]): PickOption<string>[] {
  const names = new Set([...orgs.flatMap(({ stages }) => stages.map(({ name }) => name)), ...(rule.stages ?? [])]);
  return [
    { id: ANY, text: i18n.t('playbooks.rules.anyStage') },
    ...STEPS.map((step) => ({
      id: STEP + step,
      text: i18n.t('playbooks.rules.step', [i18n.t(`words.step.${step}`)]),
    })),
    ...[...names].map((name) => ({ id: STAGE + name, text: i18n.t('playbooks.rules.stage', [name]) })),
  ];
}

function placeOf({ steps, stages }: PlaybookRule): string {
  if (stages?.[0] !== undefined) return STAGE + stages[0];
  return steps?.[0] === undefined ? ANY : STEP + steps[0];
}

function placed(at: string): Pick<PlaybookRule, 'steps' | 'stages'> {
  const step = STEPS.find((one) => at === STEP + one);
  if (step) return { steps: [step], stages: undefined };
  return { steps: undefined, stages: at.startsWith(STAGE) ? [at.slice(STAGE.length)] : undefined };
}
