/** The CRMs that Footing knows: they change with its version alone. */
export { type Basis, crmName, type KnownCrm, knownCrms, type TestedOn } from '../browser/crms';
