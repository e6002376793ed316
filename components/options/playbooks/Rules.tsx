import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type PlaybookRules, withRule, withRuleMoved } from '../../../lib/domain/playbook-choice';
import { allPlaybooks, offeredPlaybooks, type TeamPlaybooks } from '../../../lib/domain/team-playbooks';
import { changeRules } from '../../../lib/state/playbooks';
import { useStages } from '../../../lib/state/stages';
import { Pick } from '../../Pick';
import { RuleRow } from './RuleRow';

/** Which playbook is for which deals: rules in their order, and one for all the rest. */
export function Rules({ team }: { team: TeamPlaybooks }) {
  const { rules } = team;
  const stages = useStages();
  const orgs = stages.state === 'shown' ? stages.orgs : [];
  const [outcome, setOutcome] = useState('');
  const [moved, setMoved] = useState<{ to: number; by: -1 | 1 } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows a rule once it stands in its new place
  useEffect(() => {
    if (!moved) return;
    const row = list.current?.children[moved.to];
    const ways = [...(row?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])].filter((way) => !way.disabled);
    (ways.find((way) => way.dataset.move === String(moved.by)) ?? ways[0])?.focus();
    setMoved(null);
  }, [rules]);
  const usual = team.otherwise ?? team.shipped[0].id;
  const keep = async (change: (rules: PlaybookRules) => PlaybookRules) => {
    const failed = await changeRules(change);
    setOutcome(i18n.t(failed ? 'playbooks.failed' : 'playbooks.rules.saved'));
  };
  const playbooks = allPlaybooks(team)
    .filter(({ id }) => !team.retired.includes(id) || id === usual || rules.some((rule) => rule.playbook === id))
    .map(({ id, name }) => ({ id, text: name }));
  return (
    <section aria-labelledby="rules">
      <h3 id="rules">{i18n.t('playbooks.rules.heading')}</h3>
      <p className="quiet">{i18n.t('playbooks.rules.hint')}</p>
      <ol className="rows" ref={list}>
        {rules.map((rule, place) => (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place alone
            key={place}
            rule={rule}
            place={place}
            last={place === rules.length - 1}
            playbooks={playbooks}
            orgs={orgs}
            onChange={(to) => void keep((kept) => withRule(kept, place, to))}
            onMove={(by) => {
              setMoved({ to: place + by, by });
              void keep((kept) => withRuleMoved(kept, place, by));
            }}
            onRemove={() => void keep((kept) => ({ ...kept, rules: kept.rules.toSpliced(place, 1) }))}
          />
        ))}
        <li className="row">
          <span className="row-name">{i18n.t('playbooks.rules.otherwise')}</span>
          <Pick
            label={i18n.t('playbooks.rules.otherwise')}
            options={playbooks}
            value={usual}
            onChange={(id) => void keep((kept) => ({ ...kept, otherwise: id }))}
          />
        </li>
      </ol>
      <Button
        className="button"
        onPress={() =>
          void keep((kept) => ({
            ...kept,
            rules: [...kept.rules, { playbook: offeredPlaybooks(team)[0]?.id ?? usual }],
          }))
        }
      >
        {i18n.t('playbooks.rules.add')}
      </Button>
      <p role="status" className="outcome">
        {outcome}
      </p>
    </section>
  );
}
