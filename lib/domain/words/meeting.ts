/**
 * What a drafted meeting says to the customer before the seller changes it: by phase, plain,
 * and free of selling words. Every line is offered and can be edited.
 */
import type { Phase } from '../phase';

/** What a draft is worded with. */
export interface MeetingWords {
  purpose: Readonly<Record<Phase, string>>;
  /** What each side brings, when nothing more particular is known. */
  ours: Readonly<Record<Phase, string>>;
  theirs: Readonly<Record<Phase, string>>;
  /** A topic for what we owe them and are late with. */
  weOwe: (what: string) => string;
  weOweGives: string;
  /** A topic for what they said they would do. */
  theyOwe: (what: string) => string;
  theyOweGives: string;
  /** What we bring because we promised it; what they bring because they did. */
  bring: (what: string) => string;
  /** The e-mail that does instead of a meeting. */
  mail: { subject: string; opening: string; ending: string };
}

/** The words that Footing offers, in English. */
export const MEETING_WORDS: MeetingWords = {
  purpose: {
    qualify: 'Find out together whether this is worth your time and ours.',
    discover: 'Understand what the present way costs you, and how you would decide to change it.',
    validate: 'See whether this would work for you, in your words and your numbers.',
    propose: 'Agree the steps from here to your date, and who takes each of them.',
    commit: 'Settle what is left before your decision.',
    closed: 'Agree how we start, and who does what first.',
  },
  ours: {
    qualify: 'How others with the same problem went about it, and where it did not work.',
    discover: 'A first sum of what waiting costs, for you to correct.',
    validate: 'One of your own cases, worked through.',
    propose: 'A draft of the steps back from your date.',
    commit: 'Answers to every point that you raised.',
    closed: 'A plan for the first week.',
  },
  theirs: {
    qualify: 'A recent example of where it fell short.',
    discover: 'The numbers that you have: how often, how long, how much.',
    validate: 'What you have seen so far, and what you missed.',
    propose: 'Your reviews and approvals, and how long each usually takes.',
    commit: 'Whatever could still stop this.',
    closed: 'The people who will work with us in the first week.',
  },
  weOwe: (what) => `What we owe you: ${what}`,
  weOweGives: 'You get what we said, or a day on which you will.',
  theyOwe: (what) => `Where this stands: ${what}`,
  theyOweGives: 'We take out of the way what holds it up.',
  bring: (what) => `As promised: ${what}`,
  mail: {
    subject: 'Some questions before we meet',
    opening: 'Instead of taking your time for a meeting, may I ask you this by mail?',
    ending: 'A line for each is plenty. If talking is easier for you, tell me when.',
  },
};
