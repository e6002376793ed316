/** The CRMs that Footing knows: they change with its version alone. */
export { type Basis, crmName, type KnownCrm, knownCrms, markedCrms, type TestedOn } from '../browser/crms';
