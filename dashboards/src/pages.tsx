import { render } from 'preact'
import { Shell } from './shell/Shell'

render(<Shell />, document.getElementById('app')!)
