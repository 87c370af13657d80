import { href } from '../api/urls'
import { courseHref } from '../shell/route'
import { text } from '../text'

const t = text.designer

/** The pages of one course, under its title where that is not the page's own; null: not known yet. */
export function CourseTabs({ course, title }: { course: string; title?: string | null }) {
  const tabs = [
    { path: '/course', href: courseHref(course), name: t.tabs.course },
    { path: '/skips', href: href('/skips', { course }), name: t.tabs.skips },
    { path: '/compare', href: href('/compare', { course }), name: t.tabs.compare },
    { path: '/quality', href: href('/quality', { course }), name: t.tabs.quality },
  ]
  return (
    <>
      {title !== undefined && <p class="note">{title ?? '\u00a0'}</p>}
      <nav class="navigation course-tabs" aria-label={t.pages}>
        {tabs.map(tab => <a key={tab.path} href={tab.href} aria-current={location.pathname === tab.path ? 'page' : undefined}>{tab.name}</a>)}
      </nav>
    </>
  )
}
