/** An address of these pages or of the API; what is empty is left out. */
export function href(path: string, query: Record<string, string> = {}): string {
  const filled = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  return filled.size ? `${path}?${filled}` : path
}

export const BeginningUrl = '/api/beginning'
export const ViewerUrl = '/api/viewer'
export const CoursesUrl = '/api/courses'
export const sectionsUrl = (course: string) => href('/api/sections', { course })
/** Open alerts of one course, or of all. */
export const alertsUrl = (course: string, withSnoozed: boolean) => href('/api/alerts', { course, snoozed: withSnoozed ? 'true' : '' })
