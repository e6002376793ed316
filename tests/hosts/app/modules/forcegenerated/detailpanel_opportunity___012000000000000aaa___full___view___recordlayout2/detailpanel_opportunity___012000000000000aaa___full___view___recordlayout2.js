import { api, LightningElement } from 'lwc';

export default class DetailPanelOpportunity extends LightningElement {
  @api page;
}
