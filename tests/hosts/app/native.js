/** Where Lightning is going: real shadow roots. */
import './shell/shared-styles.js';
import './shell/main.js';
