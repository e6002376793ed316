import { useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { DealKey } from '../../lib/domain/deal';
import { scoreGround } from '../../lib/domain/ground';
import { isDue, PHASES, type Phase } from '../../lib/domain/phase';
import type { Playbook } from '../../lib/domain/playbook';
import type { Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { usePanel } from '../../lib/state/panel-store';
import { Sign } from '../Marks';
import { ChecklistRow } from './ChecklistRow';
import { Filler } from './Filler';
import { useReading } from './reading';

interface ChecklistProps {
  view: DealView;
  playbook: Playbook;
  today: IsoDay;
}

/** All questions, by the step at whose end they should be firm. */
export function Checklist({ view, playbook, today }: ChecklistProps) {
  const { answers, sightings } = view;
  const isReading = useReading();
  // What is not due is not in the score; scored as if the deal were at its end, every question has its standing.
  const all = useMemo(
    () => scoreGround({ playbook, phase: 'closed', answers, sightings, today }).terms,
    [playbook, answers, sightings, today],
  );
  return (
    <div className="checklist">
      {/* What only fills a field is for its seller to see, first and alone. */}
      {!isReading && <Filler key={view.deal} view={view} playbook={playbook} />}
      {PHASES.map((phase) => {
        const terms = all.filter((term) => term.question.phase === phase);
        return terms.length > 0 && <PhaseGroup key={phase} phase={phase} terms={terms} view={view} today={today} />;
      })}
    </div>
  );
}

interface PhaseGroupProps {
  phase: Phase;
  terms: readonly Term[];
  view: DealView;
  today: IsoDay;
}

function PhaseGroup({ phase, terms, view, today }: PhaseGroupProps) {
  const due = isDue(phase, view.phase);
  const open = usePanel((state) => state.open);
  const { deal } = view;
  const [last, setChosen] = useState<{ deal: DealKey; isOpen: boolean } | null>(null);
  const chosen = last?.deal === deal ? last.isOpen : null;
  const holdsOpen = terms.some((term) => term.question.id === open);
  const [held, setHeld] = useState(holdsOpen);
  if (held !== holdsOpen) {
    setHeld(holdsOpen);
    if (holdsOpen) setChosen({ deal, isOpen: true }); // A question that is shown from elsewhere opens its group.
  }
  const atFirst = phase === view.phase || (due && terms.some((term) => term.gap));
  const counted = terms.filter((term) => term.counts);
  const firm = String(counted.filter((term) => !term.gap).length);
  const of = String(counted.length);
  return (
    <Disclosure isExpanded={chosen ?? atFirst} onExpandedChange={(isOpen) => setChosen({ deal, isOpen })}>
      <h3>
        <Button slot="trigger" className="row phase-head">
          <Sign of="right" />
          <span className="row-text">{i18n.t(`words.phase.${phase}`)}</span>
          <span className="small quiet count">
            <span aria-hidden="true">
              {i18n.t('panel.list.count', [firm, of])}
              {!due && ` · ${i18n.t('panel.list.later')}`}
            </span>
            <span className="unseen">
              {i18n.t('panel.list.countLong', [firm, of])}
              {!due && `, ${i18n.t('panel.list.laterLong')}`}
            </span>
          </span>
        </Button>
      </h3>
      <DisclosurePanel>
        <ul>
          {terms.map((term) => (
            <ChecklistRow key={term.question.id} term={term} view={view} due={due} today={today} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
