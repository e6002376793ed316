import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { PHASES } from '../../../lib/domain/phase';
import type { Playbook, QuestionId } from '../../../lib/domain/playbook';
import { type PlaybookChange, tooMany } from '../../../lib/domain/playbook-change';
import { edit, useDraft } from '../../../lib/state/playbook-draft';
import { count } from '../../format';
import { Sign } from '../../Marks';
import { Adopt } from './Adopt';
import { PhaseQuestions } from './PhaseQuestions';
import { TextLine } from './TextLine';
import { Versions } from './Versions';

interface EditorProps {
  /** The version in use. */
  kept: Playbook;
  onLeave: () => void;
}

/** One of the team's own playbooks, being written; nothing is in use before its difference was looked at. */
export function Editor({ kept, onLeave }: EditorProps) {
  const draft = useDraft(kept);
  const [open, setOpen] = useState<QuestionId | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const change = (...changes: PlaybookChange[]) => edit(draft, changes);
  return (
    <div className="playbook-editor">
      <Button className="plain back" onPress={onLeave}>
        <Sign of="back" />
        {i18n.t('playbooks.editor.all')}
      </Button>
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{kept.name}</bdi>
      </h3>
      <TextLine
        label={i18n.t('playbooks.editor.name')}
        value={draft.name}
        onType={(name) => change({ do: 'rename', name })}
      />
      <Warnings draft={draft} />
      {PHASES.filter((phase) => phase !== 'closed' || draft.questions.some((question) => question.phase === phase)).map(
        (phase) => (
          <PhaseQuestions key={phase} phase={phase} draft={draft} open={open} onOpen={setOpen} />
        ),
      )}
      <Adopt kept={kept} draft={draft} />
      <Versions kept={kept} />
    </div>
  );
}

/** A step that asks more than people answer: said with the reason, never forbidden. */
function Warnings({ draft }: { draft: Playbook }) {
  const many = tooMany(draft);
  return (
    <div role="status">
      {many.map(({ phase, count: asked }) => (
        <p key={phase} className="note">
          {i18n.t('playbooks.editor.tooMany', [i18n.t(`words.phase.${phase}`), count(asked)])}
        </p>
      ))}
    </div>
  );
}
