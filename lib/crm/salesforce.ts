/**
 * Salesforce Lightning: where its opportunity pages show what. Each selector says what it rests on:
 * `official` (npm `salesforce-pageobjects` 9.0, CumulusCI's locators, the design system 2.264),
 * `seen` (in public code), `guess`. None was checked on a live org. All of 2026-11.
 */
import type { CrmAdapter, Spot } from './adapter';
import { CARD } from './salesforce-hint';
import { dealAt, orgOfHost } from './salesforce-url';

// Official (the host map of npm `@salesforce/core` 8.32; 2026-08): the first four. Seen (the matches
// of another extension; 2026-08): the others, of which the first is Microsoft's proxy (Defender for
// Cloud Apps) before an ordinary org.
const CLOUDS = [
  'lightning.force.com',
  'lightning.crmforce.mil',
  'lightning.sfcrmapps.cn',
  'my-lightning.com',
  'lightning.force.com.mcas.ms',
  'lightning.force.mil',
];

// Lists, boards (which have the address of a list) and home of opportunities, in the two forms of `dealAt`.
const LIST =
  /^\/(?:lightning(?:\/app\/[^/]+)?\/o|one\/one\.app\/?#\/sObject)\/[Oo]pportunity\/(?:list|home|pipelineInspection)(?![^/?#])/;

function org({ protocol, hostname }: URL): string | null {
  const known = protocol === 'https:' && CLOUDS.some((cloud) => hostname.endsWith(`.${cloud}`));
  return known ? orgOfHost(hostname) : null;
}

// Seen in ten places and more, in both generations; the second is seen, its pattern official.
const detail = (api: string): Spot[] => [
  ['detail', `[data-target-selection-name="sfdc:RecordField.Opportunity.${api}"]`],
  ['field', `flexipage-field[data-field-id^=Record${api}Field]`],
];

// What carries its label and its value. Official: an item of the header, the Aura header's, a field
// of the layout. Labels are in the person's language: English (official) and German (guess).
const labelled = (label: string): Spot => [
  'label',
  'records-highlights-details-item,:is(.secondaryFields,.forceHighlightsStencil) li,[field-label]',
  label,
];

// Seen: a card has the id, with its 18 characters, among its classes; that of another object has another prefix.
const CARD_ID = /(?:^|\s)(006[A-Za-z0-9]{15})(?:\s|$)/;

/** Official: where the deal of a row or a card is. */
const DEAL = '/lightning/r/Opportunity/*/view';

// `*` spans partition labels (`acme--uat.sandbox`) too.
/** The addresses on which its script runs, for the manifest. */
export const MATCHES = CLOUDS.map((cloud) => `https://*.${cloud}/*`);

/** The adapter of Lightning. */
export const salesforce: CrmAdapter = {
  id: 'salesforce',
  about: {
    name: 'Salesforce Lightning',
    address: 'official',
    reads: {
      name: 'official',
      account: 'seen',
      stage: 'official',
      amount: 'seen',
      closeDate: 'seen',
      owner: 'official',
    },
    testedOn: 'hosts',
    asOf: '2026-11-22',
  },
  crm: 'salesforce',
  rules: null,
  hosts: RegExp(`\\.(?:${CLOUDS.join('|').replaceAll('.', '\\.')})$`),
  org,
  place(url) {
    if (!org(url)) return null;
    const key = dealAt(url);
    if (key) return { kind: 'deal', key };
    return LIST.test(url.pathname + url.hash) ? { kind: 'list' } : null;
  },
  cardId: (of) => CARD_ID.exec(of)?.[1] ?? null,
  moveOf: (of) => (/slds-path/.test(of) ? 'moves' : /SaveEdit/.test(of) ? 'saves' : 'chooses'),
  rows: [
    // Seen twice: a row of the table of a list, which has the record's id as its key.
    ['tr[data-row-key-value^="006"]', 'data-row-key-value', '.+', DEAL],
    [CARD, 'class', CARD_ID.source, DEAL],
    // Guess: a row without its key.
    ['tr:not([data-row-key-value]) th a[href*="/lightning/r/"]', 'href'],
  ],
  map: {
    pages: [
      // Official: the Lightning page; seen: the Aura page.
      'one-record-home-flexipage2',
      '.oneRecordHomeFlexipage',
      // Guess: what holds the Aura header.
      ':has(>.forceHighlightsStencil)',
      // Official: the header alone.
      'records-lwc-highlights-panel,.forceHighlightsStencil',
    ],
    // Seen in ten places and more.
    behind: '.lafPageHost:not(.active),.oneConsoleTab:not(.active),.oneWorkspace:not(.active),[aria-hidden=true]',
    spots: {
      // Official: the header's primary field in its three forms.
      name: [...detail('Name'), ['header', '[slot=primaryField],.primaryField']],
      account: [...detail('AccountId'), labelled('^account ?name\\||/r/(Account/)?001')],
      stage: [
        ...detail('StageName'),
        // Official. `is-current` is the stage as kept; `is-active` only the step that was clicked.
        ['path', '.slds-path__item:is(.slds-is-current,.slds-is-won,.slds-is-lost)'],
        labelled('^(stage|phase)\\|'),
      ],
      amount: [...detail('Amount'), labelled('^(amount|betrag)\\|')],
      closeDate: [...detail('CloseDate'), labelled('^(close date|schlusstermin)\\|')],
      // Official: the second.
      owner: [...detail('OwnerId'), ['lookup', 'force-owner-lookup'], labelled('^(opportunity.)?(owner|inhaber)\\|')],
    },
    // Official: a field's input and its output, the name of a step of the path; seen: the two by test id, the header's.
    value:
      '[slot*=input],.test-id__field-value,[data-output-element-id=output-field],[slot=outputField],.fieldComponent,.slds-path__title',
    // Seen.
    label: '.slds-text-title,p[title]',
    // Official: what the design system and the base components put beside a value; seen: the label.
    noise:
      'button:not([role=combobox]),label,legend,style,[role=listbox],.slds-assistive-text,.slds-form-element__help,.slds-text-title,.test-id__field-label,li>p[title],[role=combobox]~*,.slds-form-element__control~*',
    // Official: the path in its Aura and its LWC form; the header's items.
    watched: [
      '.runtime_sales_pathassistantPathAssistant,runtime_sales_pathassistant-path',
      'records-highlights-details-item,.secondaryFields',
      ...['StageName', 'Amount', 'CloseDate'].flatMap(detail).map(([, element]) => element),
    ].join(),
    // Official: the footer of a form, and its button. Not the inputs: some fields may show theirs at all times.
    editing: '.slds-docked-form-footer,[name=SaveEdit]',
    moves: [
      CARD,
      // Official: the path's steps and its button, in both forms. A step that lies behind is no advance,
      // nor is the button while such a step is chosen.
      '.slds-path__item:not(.slds-is-complete,.slds-is-current)',
      '.slds-path__mark-complete:not(:is(.slds-path,.runtime_sales_pathassistantPathAssistant):has(.slds-is-active.slds-is-complete) *)',
      // The stage's field: its pencil, its list, its text, which a double click edits.
      ...detail('StageName').map(([, element]) => element),
      // Official: the button of the page's footer.
      '[name=SaveEdit]',
    ].join(),
    // Official: the composer of the design system, the panel of Lightning.
    docked: '.slds-docked-composer,.forceDockingPanel',
  },
};
