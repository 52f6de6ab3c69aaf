import type { ReactNode } from 'react';

type NoticeProps = {
  children?: ReactNode;
  title?: string;
  /** Names its title, for what refers to it. */
  id?: string;
  tone?: 'plain' | 'good' | 'care';
  /** `alert` for what went wrong, `status` for what happened; said at once by a screen reader. */
  role?: 'alert' | 'status';
};

/** Something to know before going on. Its tone shows in words and in a mark, never in colour alone. */
export function Notice({ children, title, id, tone = 'plain', role }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {title && (
        <h2 className="notice-title" id={id}>
          {title}
        </h2>
      )}
      {children}
    </div>
  );
}
