import { leaveOnThreeShifts } from './exit.ts';
import { submitOnce } from './submit-once.ts';

leaveOnThreeShifts(document);
submitOnce(document);
