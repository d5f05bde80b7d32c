import { createPlannerBrain } from '../../src/brain/planner/planner-brain.ts'
import { createRandom } from '../../src/core/random.ts'
import { describeBrain } from './brain.ts'

describeBrain('The planner brain', () => createPlannerBrain({ random: createRandom(1) }))
