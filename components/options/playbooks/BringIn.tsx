import { useEffect, useRef } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Playbook } from '../../../lib/domain/playbook';
import { diffPlaybooks } from '../../../lib/domain/playbook-change';
import type { UnknownField } from '../../../lib/domain/playbook-file';
import {
  addIncoming,
  type Incoming,
  leaveIncoming,
  lookAtPlaybook,
  type Plan,
  useIncoming,
} from '../../../lib/state/playbook-files';
import { count } from '../../format';
import { Difference } from './Difference';
import { QuestionList } from './QuestionList';
import { copyWords, faultLine } from './words';

/** A playbook file: what is wrong with it by its lines, or what it would change; then it is added. */
export function BringIn() {
  const incoming = useIncoming();
  return (
    <section aria-labelledby="bring-in">
      <h3 id="bring-in">{i18n.t('playbooks.in.heading')}</h3>
      <p className="quiet">{i18n.t('playbooks.in.hint')}</p>
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file) void lookAtPlaybook(file, copyWords);
        }}
      >
        <Button className="button">{i18n.t('playbooks.in.button')}</Button>
      </FileTrigger>
      <Step of={incoming} />
      <p role="status" className="outcome">
        {incoming.state === 'added' && i18n.t('playbooks.in.added', [incoming.playbook.name])}
      </p>
    </section>
  );
}

function Step({ of: incoming }: { of: Incoming }) {
  switch (incoming.state) {
    case 'refused':
      return (
        <div role="alert" className="note stop">
          <div className="refusal">
            <p>
              <strong className="file-name">{incoming.name}</strong> {i18n.t('playbooks.in.refused')}
            </p>
            <ul className="changes">
              {incoming.faults.map((fault) => (
                <li key={`${fault.line} ${fault.field} ${fault.reason}`}>
                  <bdi>{faultLine(fault)}</bdi>
                </li>
              ))}
              {incoming.more > 0 && <li>{i18n.t('playbooks.in.more', incoming.more, [count(incoming.more)])}</li>}
            </ul>
          </div>
        </div>
      );
    case 'unreadable':
      return (
        <p role="alert" className="note stop">
          {i18n.t('playbooks.in.unreadable')}
        </p>
      );
    case 'failed':
      return (
        <p role="alert" className="note stop">
          {i18n.t(incoming.behind ? 'playbooks.diff.behind' : 'playbooks.failed')}
        </p>
      );
    case 'looking':
      return <Look name={incoming.name} plan={incoming.plan} unknown={incoming.read.unknown} />;
    default:
      return null;
  }
}

interface LookProps {
  name: string;
  plan: Plan;
  unknown: readonly UnknownField[];
}

function Look({ name, plan, unknown }: LookProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The file was chosen in the browser's own window; what came of it is where one goes on.
  useEffect(() => heading.current?.focus(), []);
  const same = plan.kind === 'same';
  return (
    <div className="preview">
      <h4 ref={heading} tabIndex={-1} className="file-name">
        {name}
      </h4>
      {same ? <p>{i18n.t('playbooks.in.same')}</p> : <Meaning plan={plan} />}
      {unknown.map(({ line, field }) => (
        <p key={`${line} ${field}`} className="note">
          <bdi>{i18n.t('playbooks.in.unknown', [count(line), field])}</bdi>
        </p>
      ))}
      <div className="ways">
        {!same && (
          <Button className="button first" onPress={() => void addIncoming(plan.next)}>
            {plan.kind === 'next'
              ? i18n.t('playbooks.diff.save', [String(plan.next.version)])
              : i18n.t('playbooks.in.add')}
          </Button>
        )}
        <Button className="button" onPress={leaveIncoming}>
          {i18n.t(same ? 'words.close' : 'words.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** What adding it would mean: a further version with its difference, or one more playbook as a whole. */
function Meaning({ plan }: { plan: Exclude<Plan, { kind: 'same' }> }) {
  if (plan.kind === 'next') {
    return (
      <>
        <p>{i18n.t('playbooks.diff.heading', [String(plan.next.version)])}:</p>
        <Difference diff={diffPlaybooks(plan.kept, plan.next)} next={plan.next} />
        <p className="small quiet">{i18n.t('playbooks.diff.open')}</p>
      </>
    );
  }
  return (
    <>
      <p>
        <strong>
          <bdi>{plan.next.name}</bdi>
        </strong>{' '}
        {newWords(plan.next)} {plan.kind === 'shipped' && i18n.t('playbooks.in.shippedAs')}
      </p>
      <QuestionList playbook={plan.next} />
    </>
  );
}

function newWords({ questions }: Playbook): string {
  return i18n.t('playbooks.in.new', questions.length, [count(questions.length)]);
}
