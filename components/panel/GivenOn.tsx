import { i18n } from '#i18n';
import { type QuestionId, readVersion, versionOf } from '../../lib/domain/playbook';
import { allPlaybooks } from '../../lib/domain/team-playbooks';
import type { DealView } from '../../lib/domain/view';
import { usePlaybooks } from '../../lib/state/playbooks';

/** Says so where an answer was given on another version of the questions, or in another playbook. */
export function GivenOn({ view, question }: { view: DealView; question: QuestionId }) {
  const given = view.answers[question]?.version ?? null;
  return given === null || given === versionOf(view.playbook) ? null : <Other view={view} given={given} />;
}

function Other({ view, given }: { view: DealView; given: string }) {
  const playbooks = usePlaybooks();
  const read = readVersion(given);
  if (!read || playbooks.state !== 'shown') return null;
  const version = String(read.version);
  const name = allPlaybooks(playbooks.team).find(({ id }) => id === read.id)?.name ?? read.id;
  return (
    <p className="small quiet">
      <bdi>
        {read.id === view.playbook.id
          ? i18n.t('playbooks.given.version', [version])
          : i18n.t('playbooks.given.other', [name, version])}
      </bdi>
    </p>
  );
}
