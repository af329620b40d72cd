/** Parts of the ledger that come when they are first needed: here they are there, so that nothing waits for a file. */
import '../contact.js';
import '../held.js';
import '../new-lane.js';
import '../pull.js';
import '../ready.js';
import '../sync.js';
import '../upload.js';
