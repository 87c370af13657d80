import { askFirst } from './api/first'
import { applyTheme } from './shell/theme'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/course.css'
import './styles/ribbon.css'
import './styles/table.css'
import './styles/signin.css'
import './styles/facilitator.css'
import './styles/designer.css'

// A small script, so that what the first page asks for is under way while the pages themselves are still being fetched.
applyTheme()
askFirst()
void import('./pages')
