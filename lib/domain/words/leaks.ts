/**
 * Selling words that must not reach the customer, with what to write instead. Phrases as
 * `phrase.ts` reads them; a new language is one more list. `unless` holds the phrases in which
 * the word is meant as anybody means it.
 */
import type { Language } from './language';

/** Why a word must not reach the customer. */
const LEAK_KINDS = ['score', 'method', 'jargon', 'competitor', 'private'] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** Words that must not, and what to write instead. */
export interface LeakRule {
  kind: 'score' | 'method' | 'jargon';
  find: readonly string[];
  instead: string;
  unless?: readonly string[];
  /** Only in capitals: without them it is a word like any other (a pact, a spiced tea). */
  capitals?: true;
}

/** The rules of each language; a text is held against all. */
export const LEAKS: Readonly<Record<Language, readonly LeakRule[]>> = {
  en: [
    {
      kind: 'score',
      find: ['score', 'scores', 'scored', 'scoring', 'deal score', 'health score', 'lead score'],
      instead: 'assessment',
      unless: ['credit score', 'credit scores', 'test scores', 'underscore', 'score card', 'score cards', 'z score'],
    },
    { kind: 'score', find: ['firmness', 'deal health'], instead: 'where we stand' },
    {
      kind: 'score',
      find: ['win probability', 'win rate', 'probability of winning', 'likelihood of winning', 'forecast category'],
      instead: 'where we stand',
    },
    {
      kind: 'method',
      find: ['meddic', 'meddicc', 'meddpicc', 'gpct', 'gpctba', 'gpctba/c&i', 'spin selling', 'challenger sale'],
      instead: 'our usual questions',
    },
    {
      kind: 'method',
      find: ['bant', 'spiced', 'champ', 'scotsman', 'pact'],
      instead: 'our usual questions',
      capitals: true,
    },
    {
      kind: 'jargon',
      find: ['champion', 'our champion', 'internal champion'],
      instead: 'contact',
      unless: ['champion the cause', 'world champion', 'national champion'],
    },
    { kind: 'jargon', find: ['champions'], instead: 'contacts', unless: ['champions league', 'world champions'] },
    { kind: 'jargon', find: ['economic buyer', 'economic buyers'], instead: 'whoever decides on the money' },
    {
      kind: 'jargon',
      find: ['pain', 'pains', 'pain point', 'pain points', 'business pain', 'pain chain'],
      instead: 'what gets in your way',
      unless: ['pain relief', 'pain medicine', 'pain management', 'pain clinic', 'back pain', 'chest pain'],
    },
    {
      kind: 'jargon',
      find: ['qualify', 'qualifies', 'qualifying', 'requalify', 'disqualify', 'disqualified'],
      instead: 'see whether it fits',
      unless: ['qualifying date', 'qualifying period'],
    },
    {
      kind: 'jargon',
      find: ['qualification call', 'qualification questions', 'deal qualification', 'lead qualification'],
      instead: 'first questions',
    },
    { kind: 'jargon', find: ['qualified lead', 'qualified opportunity', 'qualified deal'], instead: 'possible fit' },
    {
      kind: 'jargon',
      find: ['close WORD deal', 'close WORD sale', 'close WORD opportunity', 'close this', 'close you', 'close them'],
      instead: 'come to a decision',
    },
    {
      kind: 'jargon',
      find: ['closing WORD deal', 'closing WORD sale', 'closing WORD opportunity'],
      instead: 'coming to a decision',
    },
    { kind: 'jargon', find: ['close date', 'closing date', 'expected close'], instead: 'decision date' },
    { kind: 'jargon', find: ['close plan', 'closing plan', 'mutual close plan'], instead: 'shared plan' },
    { kind: 'jargon', find: ['closed won', 'closed-won', 'closed lost', 'closed-lost'], instead: 'decided' },
    {
      kind: 'jargon',
      find: ['close', 'closes'],
      instead: 'decide',
      unless: [
        'close to',
        'close by',
        'close at hand',
        'close enough',
        'close together',
        'close up',
        'come close',
        'very close',
        'close of business',
        'close of play',
        'close of day',
        'close contact',
        'close cooperation',
        'close collaboration',
        'close look',
        'close eye',
        'close WORD gap',
        'close WORD gaps',
        'close WORD loop',
        'close WORD meeting',
        'close WORD session',
        'close WORD call',
        'close WORD books',
        'close WORD ticket',
        'close WORD tickets',
        'close WORD office',
        'close WORD door',
        'close WORD store',
        'close WORD stores',
      ],
    },
    {
      kind: 'jargon',
      find: ['closing'],
      instead: 'deciding',
      unless: ['closing remarks', 'closing words', 'closing time', 'closing WORD gap', 'closing WORD books'],
    },
  ],
  de: [
    { kind: 'score', find: ['scoring', 'deal-score', 'reifegrad des deals'], instead: 'Einschätzung' },
    { kind: 'score', find: ['abschlusswahrscheinlichkeit', 'gewinnwahrscheinlichkeit'], instead: 'Stand der Dinge' },
    { kind: 'jargon', find: ['fürsprecher', 'unser fürsprecher'], instead: 'Ansprechpartner' },
    {
      kind: 'jargon',
      find: ['schmerzpunkt', 'schmerzpunkte', 'schmerzpunkten', 'pain-point', 'pain-points'],
      instead: 'was Sie aufhält',
    },
    {
      kind: 'jargon',
      find: ['qualifizieren', 'qualifiziert', 'qualifizierung', 'disqualifizieren'],
      instead: 'klären, ob es passt',
      unless: ['qualifiziert elektronisch', 'qualifizierung der mitarbeiter'],
    },
    {
      kind: 'jargon',
      find: ['closen', 'deal abschließen', 'den deal abschließen', 'zum abschluss bringen'],
      instead: 'zu einer Entscheidung kommen',
    },
    { kind: 'jargon', find: ['abschlussdatum', 'abschlusstermin'], instead: 'Tag der Entscheidung' },
    {
      kind: 'jargon',
      find: ['vertragsabschluss', 'verkaufsabschluss', 'geschäftsabschluss', 'deal'],
      instead: 'Entscheidung',
      unless: ['new deal'],
    },
    { kind: 'jargon', find: ['verkaufschance', 'kaufsignal', 'kaufsignale'], instead: 'Vorhaben' },
  ],
};

/** What stands for a competitor's name. */
export const ANOTHER_SUPPLIER: Readonly<Record<Language, string>> = {
  en: 'another supplier',
  de: 'ein anderer Anbieter',
};
