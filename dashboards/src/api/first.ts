import { beginningOf } from '../shell/beginning'
import type { Beginning } from './answers'
import { request } from './request'
import { alertsUrl, BeginningUrl, CoursesUrl, sectionsUrl, ViewerUrl } from './urls'

const underWay = new Map<string, Promise<Response>>()

/** Asks for what the page that the address names will ask for first. What fails is left to the page, which says what is wrong. */
export function askFirst() {
  const { pathname, searchParams } = new URL(location.href)
  const of = (name: string) => searchParams.get(name) ?? ''
  switch (pathname) {
    case '/': if (searchParams.has('all')) ask(CoursesUrl); else askBeginning(); break
    case '/course': if (of('id')) ask(sectionsUrl(of('id'))); break
    case '/today': ask(alertsUrl(of('course'), searchParams.has('snoozed'))); break
  }
}

/** The answer to a question that was sent before; nothing, if it was not. Whoever takes it has it alone. */
export function takeFirst(url: string): Promise<Response> | undefined {
  const answer = underWay.get(url)
  underWay.delete(url)
  // What the page has not taken when it asks for something else would be old when it does.
  if (!answer) underWay.clear()
  return answer
}

// One answer, given to the pages bit by bit: they ask who is there, for the courses, and for the sections of the only one.
function askBeginning() {
  keep(ViewerUrl, request(BeginningUrl).then(async response => {
    if (!response.ok) return response
    const { viewer, courses, only } = (await response.json()) as Beginning
    if (courses) keep(CoursesUrl, Response.json(courses))
    if (only) keep(sectionsUrl(only.course.id), Response.json(only))
    if (beginningOf(viewer.roles) === '/today') ask(alertsUrl('', false))
    return Response.json(viewer)
  }))
}

const ask = (url: string) => keep(url, request(url))

function keep(url: string, answer: Response | Promise<Response>) {
  const promise = Promise.resolve(answer)
  promise.catch(() => {}) // whoever takes the answer sees the same
  underWay.set(url, promise)
}
