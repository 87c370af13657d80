import { beginningOf } from '../shell/beginning'
import type { CourseList, Viewer } from './answers'
import { request } from './request'
import { alertsUrl, CoursesUrl, sectionsUrl, ViewerUrl } from './urls'

const underWay = new Map<string, Promise<Response>>()
let isOver = false

/** Asks for what the page that the address names will ask for first. Each step that fails is left to the page, which says what is wrong. */
export async function askFirst() {
  const { pathname, searchParams } = new URL(location.href)
  const of = (name: string) => searchParams.get(name) ?? ''
  const isList = searchParams.has('all')
  let page: string = pathname
  if (page === '/' && !isList) {
    const viewer = await ask<Viewer>(ViewerUrl)
    if (!viewer) return
    page = beginningOf(viewer.roles)
  }
  switch (page) {
    case '/': {
      const courses = (await ask<CourseList>(CoursesUrl))?.courses
      if (courses?.length === 1 && !isList) await ask(sectionsUrl(courses[0]!.id))
      break
    }
    case '/course': if (of('id')) await ask(sectionsUrl(of('id'))); break
    case '/today': await ask(alertsUrl(of('course'), searchParams.has('snoozed'))); break
  }
}

/** The answer to a question that was sent before; nothing, if it was not. Whoever takes it has it alone. */
export function takeFirst(url: string): Promise<Response> | undefined {
  const answer = underWay.get(url)
  underWay.delete(url)
  if (!answer) {
    // The page is ahead of what is asked here. What it has not taken by now would be old when it does.
    isOver = true
    underWay.clear()
  }
  return answer
}

async function ask<T>(url: string): Promise<T | null> {
  if (isOver) return null
  const answer = request(url)
  underWay.set(url, answer)
  try {
    const response = (await answer).clone()
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null // whoever takes the answer sees the same
  }
}
