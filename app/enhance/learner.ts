import { arriveAtScene } from './arrive.ts';
import { leaveOnThreeShifts } from './exit.ts';
import { moveRows } from './order.ts';
import { submitOnce } from './submit-once.ts';
import { MessageThread } from './thread.ts';
import { unfoldForPrint } from './unfold-for-print.ts';

const unfoldThreads = () => customElements.define('message-thread', MessageThread);

// Each by itself: what fails in an old or a strange browser costs that one and no other.
for (const enhance of [
  leaveOnThreeShifts,
  submitOnce,
  arriveAtScene,
  unfoldForPrint,
  unfoldThreads,
  moveRows,
])
  try {
    enhance(document);
  } catch (error) {
    console.error(error);
  }
