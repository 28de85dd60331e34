import type { Appliers } from './apply.js';

/** How the state follows the events of notice to the previous supplier. */
export const applyNotice = {
  NoticeGiven: (state, entry) => ({
    ...state,
    notices: [...state.notices, { ...entry, currentEndsOn: entry.endsOn, extensions: [] }],
  }),
  NoticeExtended: (state, entry) => ({
    ...state,
    notices: state.notices.map((notice) =>
      notice.noticeId === entry.noticeId
        ? { ...notice, currentEndsOn: entry.newEndsOn, extensions: [...notice.extensions, entry] }
        : notice,
    ),
  }),
} satisfies Partial<Appliers>;
