import {
  BarController, BarElement, BubbleController, CategoryScale, Chart, Filler, Legend, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip,
} from 'chart.js'

// Only what the pages draw, so that no more is fetched.
Chart.register(
  BarController, BarElement, BubbleController, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip)

export { Chart }
