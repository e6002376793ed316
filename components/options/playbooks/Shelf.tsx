import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Playbook } from '../../../lib/domain/playbook';
import type { TeamPlaybooks } from '../../../lib/domain/team-playbooks';
import { copyToEdit, useUnsaved } from '../../../lib/state/playbook-draft';
import { savePlaybookFile } from '../../../lib/state/playbook-files';
import { shelve } from '../../../lib/state/playbooks';
import { QuestionList } from './QuestionList';
import { copyWords, facts } from './words';

interface ShelfProps {
  team: TeamPlaybooks;
  onEdit: (id: string) => void;
}

/** Every playbook: the team's own to be edited, those that ship to be looked at and copied. */
export function Shelf({ team, onEdit }: ShelfProps) {
  const unsaved = useUnsaved();
  const [outcome, setOutcome] = useState('');
  const isAway = ({ id }: Playbook) => team.retired.includes(id);
  const copy = async (playbook: Playbook) => {
    const id = await copyToEdit(playbook, copyWords(playbook));
    if (id) onEdit(id);
    else setOutcome(i18n.t('playbooks.failed'));
  };
  const put = async ({ id, name }: Playbook, away: boolean) => {
    const failed = await shelve(id, away);
    setOutcome(failed ? i18n.t('playbooks.failed') : i18n.t(away ? 'playbooks.retired' : 'playbooks.returned', [name]));
  };
  const own = team.own.filter((playbook) => !isAway(playbook));
  const away = team.own.filter(isAway);
  return (
    <>
      {own.length > 0 && (
        <Group heading={i18n.t('playbooks.own')}>
          {own.map((playbook) => (
            <ShelfRow key={playbook.id} playbook={playbook} unsaved={unsaved.includes(playbook.id)}>
              <Way of={playbook} way="retire" onPress={() => void put(playbook, true)} />
              <Way of={playbook} way="edit" onPress={() => onEdit(playbook.id)} />
            </ShelfRow>
          ))}
        </Group>
      )}
      <Group heading={i18n.t('playbooks.shipped')}>
        {team.shipped.map((playbook) => (
          <ShelfRow key={playbook.id} playbook={playbook}>
            <Way of={playbook} way="copy" onPress={() => void copy(playbook)} />
          </ShelfRow>
        ))}
      </Group>
      {away.length > 0 && (
        <Group heading={i18n.t('playbooks.retiredHeading')}>
          {away.map((playbook) => (
            <ShelfRow key={playbook.id} playbook={playbook}>
              <Way of={playbook} way="back" onPress={() => void put(playbook, false)} />
            </ShelfRow>
          ))}
        </Group>
      )}
      <p role="status" className="outcome">
        {outcome}
      </p>
    </>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="rows">{children}</ul>
    </section>
  );
}

interface ShelfRowProps {
  playbook: Playbook;
  unsaved?: boolean;
  /** The ways that only this kind of playbook has. */
  children: ReactNode;
}

function ShelfRow({ playbook, unsaved, children }: ShelfRowProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="row">
        <div className="row-name">
          <bdi>{playbook.name}</bdi>
          <p className="small quiet">
            <bdi>{playbook.origin}</bdi>
          </p>
          <p className="small quiet">
            {facts(playbook)}
            {unsaved && <span className="unsaved"> · {i18n.t('playbooks.unsaved')}</span>}
          </p>
        </div>
        <Way of={playbook} way="look" expanded={open} onPress={() => setOpen(!open)} />
        <Way of={playbook} way="file" onPress={() => savePlaybookFile(playbook)} />
        {children}
      </div>
      {open && <QuestionList playbook={playbook} />}
    </li>
  );
}

interface WayProps {
  of: Playbook;
  way: 'look' | 'file' | 'edit' | 'copy' | 'retire' | 'back';
  expanded?: boolean;
  onPress: () => void;
}

/** A short word for the eye; readers hear of which playbook. */
function Way({ of: { name }, way, expanded, onPress }: WayProps) {
  return (
    <Button
      className={way === 'edit' || way === 'copy' ? 'button' : 'plain'}
      aria-label={i18n.t('playbooks.way.line', [i18n.t(`playbooks.way.${way}`), name])}
      aria-expanded={expanded}
      onPress={onPress}
    >
      {i18n.t(`playbooks.way.${way}`)}
    </Button>
  );
}
