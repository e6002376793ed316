/** What Lightning does today: shadow trees are made of plain elements, hidden from the page's scripts only. */
import '@lwc/synthetic-shadow';
import './shell/main.js';
