import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import type { Attendee } from '../../lib/domain/meeting';
import type { DealView } from '../../lib/domain/view';
import { Sign } from '../Marks';
import { LineField } from '../panel/LineField';
import type { Plan } from './plan';
import { personWord } from './words';

/** Offered beside the field; more would be a list to read. */
const OFFERED = 3;

/** Who is there. The names that answers know are a click away. */
export function People({ view, plan }: { view: DealView; plan: Plan }) {
  const { meeting, change } = plan;
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const known = peopleNamed(Object.values(view.answers)).filter((name) => !isIn(meeting.attendees, name));
  const invite = (typed: string) => {
    const person = asPerson(typed);
    if (person && !isIn(meeting.attendees, personWord(person))) {
      change(`with ${typed}`, (now) =>
        isIn(now.attendees, personWord(person)) ? now : { ...now, attendees: [...now.attendees, person] },
      );
    }
    setText('');
  };
  return (
    <div className="letter-people">
      <span className="part">{i18n.t('meeting.part.with')}</span>
      <ul className="people">
        {meeting.attendees.map((person) => (
          <li key={`${person.name} ${person.email}`} className="person">
            <bdi title={person.email}>{personWord(person)}</bdi>
            <Button
              className="sign"
              aria-label={i18n.t('meeting.removePerson', [personWord(person)])}
              onPress={() =>
                change(`without ${personWord(person)}`, (now) => ({
                  ...now,
                  attendees: now.attendees.filter((one) => personWord(one) !== personWord(person)),
                }))
              }
            >
              <Sign of="close" />
            </Button>
          </li>
        ))}
        {known.slice(0, OFFERED).map((name) => (
          <li key={name}>
            <Button className="plain" aria-label={i18n.t('meeting.addNamed', [name])} onPress={() => invite(name)}>
              + <bdi>{name}</bdi>
            </Button>
          </li>
        ))}
        {!adding && (
          <li>
            <Button className="plain" onPress={() => setAdding(true)}>
              + {i18n.t('meeting.person')}
            </Button>
          </li>
        )}
      </ul>
      {adding && (
        <LineField
          label={i18n.t('meeting.addPerson')}
          value={text}
          offers={known}
          autoFocus
          onType={setText}
          onLeave={() => {
            invite(text);
            if (text.trim() === '') setAdding(false);
          }}
        />
      )}
    </div>
  );
}

/** "Ana Ruiz", "ana@acme.example" or "Ana Ruiz <ana@acme.example>", as people copy it from a mail. */
function asPerson(typed: string): Attendee | null {
  const text = typed.trim().slice(0, 1000);
  if (text === '') return null;
  const [, name = '', email = ''] = text.match(/^(.*?)\s*<?([^\s<>]+@[^\s<>]+)>?$/) ?? [text, text, ''];
  return { name: name.replace(/^"|"$/g, '').trim(), email, side: 'them' };
}

function isIn(people: readonly Attendee[], name: string): boolean {
  return people.some((person) => personWord(person).toLowerCase() === name.toLowerCase());
}
