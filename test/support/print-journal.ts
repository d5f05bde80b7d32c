import { installVirtualClock } from '../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../src/cli/team-file.ts'
import { simulateTeam } from './simulated-team.ts'
import { endFile } from './when-file-ends.ts'

/** Runs a team in simulated time and prints its journal. Arguments: the team file's text. */
const clock = installVirtualClock()
const team = parseTeamFile(process.argv[2] ?? '', 'argument')
// As far as bots see in runs.
const { entries } = await simulateTeam(team, clock, { viewDistance: 6 })
clock.uninstall()
await endFile()
process.stdout.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), () => process.exit(0))
