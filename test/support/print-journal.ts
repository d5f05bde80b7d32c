import { installVirtualClock } from '../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../src/cli/team-file.ts'
import { simulateTeam } from './simulated-team.ts'
import { endFile } from './when-file-ends.ts'

/** Runs a team in simulated time and prints its journal. Arguments: the team file's text. */
const clock = installVirtualClock()
const { entries } = await simulateTeam(parseTeamFile(process.argv[2] ?? '', 'argument'), clock)
clock.uninstall()
await endFile()
process.stdout.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), () => process.exit(0))
