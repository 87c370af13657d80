import { useViewer } from '../api/session'
import type { Viewer } from '../api/answers'
import { text } from '../text'

const Links: { href: string; name: string; roles: Viewer['roles'] }[] = [
  { href: '/today', name: text.facilitator.today, roles: ['facilitator'] },
  { href: '/waiting', name: text.facilitator.waiting, roles: ['facilitator'] },
  { href: '/learners', name: text.facilitator.myLearners, roles: ['facilitator'] },
  { href: '/outcomes', name: text.facilitator.howAmIDoing, roles: ['facilitator'] },
  { href: '/operations', name: text.operator.operations, roles: ['operator'] },
  { href: '/?all', name: text.courses, roles: ['designer', 'facilitator'] },
]

/** The pages that who is signed in may open. */
export function Navigation() {
  const viewer = useViewer()
  const links = Links.filter(link => viewer?.roles.some(role => link.roles.includes(role)))
  const isHere = (href: string) => location.pathname === href.split('?')[0]
  return (
    <nav class="navigation" aria-label={text.mainNavigation}>
      {links.map(link => <a key={link.href} href={link.href} aria-current={isHere(link.href) ? 'page' : undefined}>{link.name}</a>)}
    </nav>
  )
}
