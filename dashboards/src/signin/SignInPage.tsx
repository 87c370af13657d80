import { useEffect, useState } from 'preact/hooks'
import type { SignInWays } from '../api/answers'
import { localAddress } from '../api/address'
import { goBack, post } from '../api/session'
import { text } from '../text'
import { EntryForm, Field } from './EntryForm'

/** User name and password; and the provider's door where there is one. */
export function SignInPage() {
  const [provider, setProvider] = useState<string | null>(null)
  const query = new URLSearchParams(location.search)

  useEffect(() => {
    const stop = new AbortController()
    fetch('/api/sign-in', { signal: stop.signal })
      .then(response => (response.ok ? (response.json() as Promise<SignInWays>) : null))
      .then(ways => setProvider(ways?.provider ?? null))
      .catch(() => { /* the form says so when it is sent */ })
    return () => stop.abort()
  }, [])

  return (
    <EntryForm
      title={text.signIn}
      submit={text.signIn}
      first={query.has('refused') ? { title: text.providerRefused, detail: text.providerRefusedDetail } : null}
      onSubmit={values => post('/api/sign-in', { user_name: values.get('user_name'), password: values.get('password') })}
      onDone={goBack}
      foot={provider && (
        // An ordinary link: it leaves these pages.
        <a class="button button-quiet" target="_self" href={`/sign-in/provider?return=${encodeURIComponent(localAddress(query.get('return')))}`}>
          {text.signInWith(provider)}
        </a>
      )}
    >
      <Field name="user_name" label={text.userName} autocomplete="username" isFirst />
      <Field name="password" label={text.password} type="password" autocomplete="current-password" />
    </EntryForm>
  )
}
