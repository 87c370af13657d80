import { useState } from 'preact/hooks'
import { post, toSignIn, useViewer } from '../api/session'
import { text } from '../text'

/** Whose session this is, and the way out of it. */
export function SignedIn() {
  const viewer = useViewer()
  const [isLeaving, setLeaving] = useState(false)
  if (!viewer) return null

  const leave = async () => {
    if (isLeaving) return
    setLeaving(true)
    const wrong = await post('/api/sign-out')
    setLeaving(false)
    if (!wrong) toSignIn()
  }
  return (
    <span class="signed-in">
      <span class="signed-in-name" title={viewer.name}><span class="spoken">{text.signedInAs} </span>{viewer.name}</span>
      {viewer.can_sign_out && <button class="link-button" type="button" onClick={leave} aria-disabled={isLeaving}>{text.signOut}</button>}
    </span>
  )
}
