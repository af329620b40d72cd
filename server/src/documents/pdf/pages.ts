/** Puts boxes on pages, what belongs together on one. Lengths in points. */
import { PAGE, PAGE_NUMBER_FROM_EDGE, SIZE, TEXT_WIDTH, setText } from '@kiemtra/shared/documents';
import { airBetween, paragraphBoxes, stacked, type Box } from './boxes.js';
import { points, type Pen } from './pen.js';

const LEFT = points(PAGE.left);
const TOP = points(PAGE.top);
const BOTTOM = points(PAGE.height - PAGE.bottom);
/** What is calculated to fit may be wrong by so much. */
const TOLERANCE = 0.01;

export const TEXT_ROOM = { width: points(TEXT_WIDTH), height: BOTTOM - TOP };

/**
 * A section on pages of its own, counted from 1: each box below the one before; what does not fit comes first on the next
 * page, without the air above it.
 */
export function putOnPages(pen: Pen, boxes: readonly Box[]): void {
  let page = 0;
  let y = TOP;
  /** What stands last on the page. */
  let last: Box | null = null;
  const begin = () => {
    page += 1;
    beginPage(pen, page);
    [y, last] = [TOP, null];
  };
  const topOf = (box: Box) => (last ? y + airBetween(last, box) : y);
  const put = (box: Box, isAgain: boolean) => {
    const top = topOf(box);
    box.draw(LEFT, top, isAgain);
    [y, last] = [top + box.height, box];
  };
  const fits = (group: readonly [Box, ...Box[]]) => topOf(group[0]) + stacked(group).height <= BOTTOM + TOLERANCE;
  begin();
  for (const group of kept(boxes)) {
    if (last && !fits(group)) begin();
    for (const box of group) {
      if (last && !fits([box])) begin();
      if (!last && box.header && page > 1) put(box.header, true);
      put(box, false);
    }
  }
}

/** Boxes by what stands on one page. */
function kept(boxes: readonly Box[]): [Box, ...Box[]][] {
  const groups: [Box, ...Box[]][] = [];
  let isKept = false;
  for (const box of boxes) {
    if (isKept) groups.at(-1)?.push(box);
    else groups.push([box]);
    isKept = box.keepNext;
  }
  return groups;
}

/** From the second page of a section on, its number in the middle of the top margin. */
function beginPage(pen: Pen, page: number): void {
  pen.beginPage();
  if (page === 1) return;
  const number = setText(String(page), { size: SIZE.pageNumber, align: 'center' });
  for (const box of paragraphBoxes(pen, number, TEXT_ROOM.width, null)) {
    box.draw(LEFT, points(PAGE_NUMBER_FROM_EDGE), true);
  }
}
