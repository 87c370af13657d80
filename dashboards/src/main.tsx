import { render } from 'preact'
import { Shell } from './shell/Shell'
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

applyTheme()
render(<Shell />, document.getElementById('app')!)
