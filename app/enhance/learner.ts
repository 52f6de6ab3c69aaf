import { arriveAtScene } from './arrive.ts';
import { leaveOnThreeShifts } from './exit.ts';
import { submitOnce } from './submit-once.ts';
import { MessageThread } from './thread.ts';

leaveOnThreeShifts(document);
submitOnce(document);
arriveAtScene(document);
customElements.define('message-thread', MessageThread);
