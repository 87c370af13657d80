import { goBack, post } from '../api/session'
import { Message } from '../shell/Message'
import { text } from '../text'
import { EntryForm, Field } from './EntryForm'

/** Where a one-time link leads: the first account is made, or somebody's password set. */
export function StartPage() {
  const query = new URLSearchParams(location.search)
  const code = query.get('code')
  const name = query.get('name')
  if (!code) return <main id="content" class="page"><Message title={text.noCode}>{text.noCodeDetail}</Message></main>
  return (
    <EntryForm
      title={name ? text.choosePassword : text.firstAccount}
      lead={name ? undefined : text.firstAccountLead}
      submit={name ? text.setPassword : text.makeAccount}
      check={values => (values.get('password') === values.get('again') ? null : { title: text.passwordsDiffer, detail: '' })}
      onSubmit={values => post('/api/start', {
        code,
        user_name: values.get('user_name'),
        password: values.get('password'),
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })}
      onDone={goBack}
    >
      <Field name="user_name" label={text.userName} autocomplete="username" value={name ?? undefined} isFirst={!name} />
      <Field name="password" label={text.password} type="password" autocomplete="new-password" hint={text.passwordHint} isFirst={!!name} />
      <Field name="again" label={text.passwordAgain} type="password" autocomplete="new-password" />
    </EntryForm>
  )
}
