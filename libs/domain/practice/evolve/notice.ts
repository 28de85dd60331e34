import type { Notice, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';

/** How the state follows the events of notice to the previous supplier. */
export const applyNotice = {
  NoticeGiven: (state, entry) => ({
    ...state,
    notices: [
      ...state.notices,
      { ...entry, extensions: [], withdrawn: null, acknowledged: null, disputes: [] },
    ],
  }),
  NoticeExtended: (state, entry) =>
    onNotice(state, entry.noticeId, ({ extensions }) => ({ extensions: [...extensions, entry] })),
  NoticeWithdrawn: (state, entry) => onNotice(state, entry.noticeId, () => ({ withdrawn: entry })),
  NoticeAcknowledged: (state, entry) => onNotice(state, entry.noticeId, () => ({ acknowledged: entry })),
  NoticeDateDisputed: (state, entry) =>
    onNotice(state, entry.noticeId, ({ disputes }) => ({ disputes: [...disputes, entry] })),
} satisfies Partial<Appliers>;

const onNotice = (
  state: PracticeState,
  noticeId: string,
  change: (notice: Notice) => Partial<Notice>,
): PracticeState => ({
  ...state,
  notices: state.notices.map((notice) =>
    notice.noticeId === noticeId ? { ...notice, ...change(notice) } : notice,
  ),
});
