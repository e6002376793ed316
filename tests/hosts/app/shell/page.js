/**
 * What a record's page shows: values as text in the user's locale, labels in the user's language.
 * The components print this object and decide nothing.
 */

const LABELS = {
  en: {
    opportunity: 'Opportunity',
    Name: 'Opportunity Name',
    AccountId: 'Account Name',
    Amount: 'Amount',
    StageName: 'Stage',
    CloseDate: 'Close Date',
    OwnerId: 'Opportunity Owner',
    NextStep: 'Next Step',
    Probability: 'Probability (%)',
    activity: 'Activity',
    detail: 'Details',
    noActivity: 'No activities to show.',
    edit: 'Edit',
    save: 'Save',
    cancel: 'Cancel',
    contacts: 'Contact Roles',
    others: 'Other Opportunities',
    complete: 'Mark Stage as Complete',
    current: 'Mark as Current Stage',
  },
  de: {
    opportunity: 'Opportunity',
    Name: 'Opportunity-Name',
    AccountId: 'Accountname',
    Amount: 'Betrag',
    StageName: 'Phase',
    CloseDate: 'Schlusstermin',
    OwnerId: 'Opportunity-Inhaber',
    NextStep: 'Nächster Schritt',
    Probability: 'Wahrscheinlichkeit (%)',
    activity: 'Aktivität',
    detail: 'Details',
    noActivity: 'Keine Aktivitäten vorhanden.',
    edit: 'Bearbeiten',
    save: 'Speichern',
    cancel: 'Abbrechen',
    contacts: 'Kontaktrollen',
    others: 'Weitere Opportunities',
    complete: 'Phase als abgeschlossen markieren',
    current: 'Als aktuelle Phase markieren',
  },
};

export const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

const DETAILS = ['OwnerId', 'Amount', 'Name', 'CloseDate', 'AccountId', 'StageName', 'NextStep', 'Probability'];
const HIGHLIGHTS = {
  full: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
  dynamic: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
  compact: ['AccountId'],
  none: [],
};

/** A value as the page prints it. `deal.shown` holds what a person typed over it. */
function textOf(deal, api, locale) {
  const typed = deal.shown?.[api];
  if (typed !== undefined) return typed;
  switch (api) {
    case 'Name':
      return deal.name;
    case 'AccountId':
      return deal.account;
    case 'OwnerId':
      return deal.owner;
    case 'StageName':
      return deal.stage;
    case 'NextStep':
      return deal.nextStep;
    case 'Probability':
      return new Intl.NumberFormat(locale, { style: 'percent' }).format(deal.probability / 100);
    case 'Amount':
      return new Intl.NumberFormat(locale, { style: 'currency', currency: deal.currency }).format(deal.amount);
    case 'CloseDate': {
      const day = new Date(`${deal.closeDate}T00:00:00Z`);
      const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' };
      return new Intl.DateTimeFormat(locale, numbers).format(day);
    }
    default:
      return '';
  }
}

/** The path's steps; `chosen` is the step that a person has clicked without storing it. */
function stepsOf(stage, chosen) {
  const at = STAGES.indexOf(stage);
  return STAGES.slice(0, -1).map((label, n) => {
    const state = n < at ? 'slds-is-complete' : n === at ? 'slds-is-current' : 'slds-is-incomplete';
    const active = label === (chosen ?? stage) ? ' slds-is-active' : '';
    const won = label === 'Closed Won' && n === at ? ' slds-is-won' : '';
    const assistive = n < at ? 'Stage Complete' : n === at ? 'Current Stage:' : '';
    return { label, assistive, classes: `slds-path__item ${state}${active}${won}`, selected: String(active !== '') };
  });
}

/** Everything that the record page of this deal shows. `view` is what the page's user has opened. */
export function pageOf(deal, org, options, view) {
  const labels = LABELS[options.locale.startsWith('de') ? 'de' : 'en'];
  const stage = deal.shown?.StageName ?? deal.stage;
  const field = (api) => ({
    api,
    label: labels[api],
    text: view.drafts[api] ?? textOf(deal, api, options.locale),
    selection: `sfdc:RecordField.Opportunity.${api}`,
    fieldId: `Record${api}Field`,
    editTitle: `${labels.edit} ${labels[api]}`,
    readOnly: !view.editing || api === 'OwnerId' || api === 'AccountId',
    stage: api === 'StageName',
    options: STAGES.map((label) => ({ label, value: label })),
    owner: api === 'OwnerId',
    href:
      api === 'AccountId'
        ? `/lightning/r/Account/${deal.accountId}/view`
        : api === 'OwnerId'
          ? `/lightning/r/User/${deal.ownerId}/view`
          : null,
  });
  const there = (api) => ![...options.missing, ...options.own].includes(api);
  const detailFields = DETAILS.filter(there).map(field);
  const rows = Array.from({ length: Math.ceil(detailFields.length / 2) }, (_, n) => n);
  return {
    labels,
    name: textOf(deal, 'Name', options.locale),
    tab: view.tab,
    editing: view.editing,
    highlights: options.highlights !== 'none',
    dynamicHighlights: options.highlights === 'dynamic',
    dynamicForms: options.layout === 'dynamic',
    auraPath: options.path === 'aura' && there('StageName'),
    lwcPath: options.path === 'lwc' && there('StageName'),
    highlightFields: HIGHLIGHTS[options.highlights].filter(there).map((api) => ({ ...field(api), readOnly: true })),
    ownFields: options.own.length > 0 ? options.own.map(field) : null,
    detailFields,
    detailRows: rows.map((n) => ({ key: `row${n}`, fields: detailFields.slice(2 * n, 2 * n + 2) })),
    steps: (chosen) => stepsOf(stage, chosen),
    pathAction: (chosen) => (chosen && chosen !== stage ? labels.current : labels.complete),
    stageAfter: (chosen) =>
      chosen && chosen !== stage ? chosen : (STAGES[Math.min(STAGES.indexOf(stage) + 1, 8)] ?? stage),
    contactsHref: `/lightning/r/${deal.id}/related/OpportunityContactRoles/view`,
    othersHref: `/lightning/r/Account/${deal.accountId}/related/Opportunities/view`,
    contacts: org.contacts.map((c) => ({ href: `/lightning/r/Contact/${c.id}/view`, text: c.name, note: c.title })),
    others: org.deals
      .filter((other) => other.id !== deal.id)
      .map((other) => ({
        href: `/lightning/r/Opportunity/${other.id}/view`,
        text: other.name.slice(0, 80),
        note: other.stage,
      })),
  };
}
